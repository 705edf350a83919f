"""What the open answers could still be, and what would follow from each of them.

A *completion* is one way of answering every open question. Thousands of them are drawn
and judged at once: conditions as sets of bits, cells of the matrix as tables over the
answers that they depend on, scores as products of matrices. The model is the one of
`engine.appraise`, to which a test holds it.
"""

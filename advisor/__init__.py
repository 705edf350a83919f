"""Which deep-learning framework should this project use, and why?"""

__version__ = "0.1.0"

"""How fields are spelt in YAML."""

import pytest

from advisor.model.record import yaml_key


@pytest.mark.parametrize(
    ("field", "key"),
    [("half_life", "half-life"), ("all_", "all"), ("id", "id"), ("not_", "not")],
)
def test_a_field_is_spelt_with_hyphens_and_without_the_last_underscore(
    field: str, key: str
) -> None:
    assert yaml_key(field) == key

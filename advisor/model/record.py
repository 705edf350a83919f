"""How the records of the model are defined: frozen, comparable, readable from YAML."""

from dataclasses import dataclass, field
from typing import Any, TypeVar, dataclass_transform

T = TypeVar("T")


def yaml_key(name: str) -> str:
    """Return the YAML spelling of a field: `half_life` is `half-life`, `all_` is `all`."""
    return name.rstrip("_").replace("_", "-")


# Pydantic reads this from the classes that carry it, so the model itself needs no
# pydantic and a recommendation never pays for importing it. Any: pydantic's own type.
_CONFIG: Any = {"extra": "forbid", "alias_generator": yaml_key, "allow_inf_nan": False}


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(cls: type[T]) -> type[T]:
    """Make a class a frozen dataclass that pydantic can read from YAML.

    Equality, hash and representation are shared by all records instead of being
    generated for each: defining some sixty dataclasses is the largest part of starting
    the program, and this saves a third of it.
    """
    cls.__pydantic_config__ = _CONFIG  # type: ignore[attr-defined]  # pydantic's protocol
    made = dataclass(frozen=True, eq=False, repr=False)(cls)
    made.__eq__ = _equal  # type: ignore[method-assign]  # what dataclass would generate
    made.__hash__ = _hash  # type: ignore[method-assign]  # likewise
    made.__repr__ = _represent  # type: ignore[method-assign]  # likewise
    return made


def _equal(self: object, other: object) -> Any:  # noqa: ANN401 - or NotImplemented
    if self.__class__ is not other.__class__:
        return NotImplemented
    return self.__dict__ == other.__dict__


def _hash(self: object) -> int:
    return hash(tuple(self.__dict__.values()))


def _represent(self: object) -> str:
    values = ", ".join(f"{name}={value!r}" for name, value in self.__dict__.items())
    return f"{type(self).__qualname__}({values})"

"""nomenklatura's matchers of names: a person with one name each, as its own entities.

Runs only in an environment of its own (environment.py). `logic-v2` is its name matcher alone, which gives the score of
a name in less time than all its features; `whole` is with all of them. Its caches go by an entity's id: the name.
"""

import importlib
from importlib.metadata import version
from typing import Any

from bench.names.serve import Form, serve


def forms() -> dict[str, Form]:
    """logic-v2 and name-based; each also as the mean of both ways, since neither is symmetric."""
    ftm = importlib.import_module("followthemoney")
    matching = importlib.import_module("nomenklatura.matching")
    alone = importlib.import_module("nomenklatura.matching.logic_v2.names.match").name_match
    second, based = matching.get_algorithm("logic-v2"), matching.get_algorithm("name-based")
    told, told_based = second.default_config(), based.default_config()
    schema = ftm.model.get("Person")

    def person(name: str) -> Any:
        made = ftm.ValueEntity(schema, {"id": name, "properties": {}}, cleaned=True)
        made.add("name", name, cleaned=True)
        return made

    def second_score(a: Any, b: Any) -> float:
        return float(alone(a, b, told).score)

    def whole_score(a: Any, b: Any) -> float:
        return float(second.compare(a, b, told).score)

    def based_score(a: Any, b: Any) -> float:
        return float(based.compare(a, b, told_based).score)

    return {
        "logic-v2": Form(person, second_score),
        "logic-v2, both ways": Form(person, lambda a, b: (second_score(a, b) + second_score(b, a)) / 2),
        "logic-v2, whole": Form(person, whole_score),
        "name-based": Form(person, based_score),
        "name-based, both ways": Form(person, lambda a, b: (based_score(a, b) + based_score(b, a)) / 2),
    }


if __name__ == "__main__":
    serve(version("nomenklatura"), forms())

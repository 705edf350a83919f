import pkgutil
from datetime import date

import pytest

import advisor.render.records
from advisor.engine.snapshot import snapshot
from advisor.model.evidence import Evidence
from advisor.model.knowledge import Knowledge
from advisor.model.reference import RecordKind, Reference, records
from advisor.model.snapshot import Snapshot
from advisor.render import json_text, markdown, terminal
from advisor.render.record import WRITERS, record_fields, record_page

_TODAY = date(2026, 11, 21)


@pytest.fixture(scope="session")
def seen(knowledge: Knowledge) -> Snapshot:
    return snapshot(knowledge, _TODAY, Evidence.ALL)


def _text(spelling: str, knowledge: Knowledge, taken: Snapshot) -> str:
    """Return the Markdown page of a record such as `rule:tpu`."""
    kind, _, id_ = spelling.partition(":")
    reference = Reference(RecordKind(kind), id_)
    return markdown.render(record_page(reference, knowledge, taken))


def test_every_kind_of_record_has_a_writer_and_a_module() -> None:
    modules = {
        each.name for each in pkgutil.iter_modules(advisor.render.records.__path__)
    }
    assert set(WRITERS) == set(RecordKind)
    assert modules - {"foundation", "parts", "support"} == {
        kind.value for kind in RecordKind
    }


@pytest.mark.parametrize("kind", RecordKind)
def test_every_record_is_written_in_every_format(
    knowledge: Knowledge, seen: Snapshot, kind: RecordKind
) -> None:
    cells = {
        f"{framework}/{criterion}": None
        for framework in knowledge.frameworks
        for criterion in knowledge.criteria
    }
    family = cells if kind is RecordKind.CELL else records(knowledge)[kind]
    assert family
    for each in family:
        reference = Reference(kind, each)
        page = record_page(reference, knowledge, seen)
        document = json_text.render(record_fields(reference, knowledge, seen))
        assert str(reference) in markdown.render(page)
        assert f'"id": "{each}"' in document
        assert document == json_text.render(record_fields(reference, knowledge, seen))


@pytest.mark.parametrize("kind", RecordKind)
def test_one_record_of_each_kind_is_written_for_the_terminal(
    knowledge: Knowledge, seen: Snapshot, kind: RecordKind
) -> None:
    first = "pytorch/debugging"
    if kind is not RecordKind.CELL:
        first = next(iter(records(knowledge)[kind]))
    page = record_page(Reference(kind, first), knowledge, seen)
    text = terminal.render(page, 80, colour=False)
    assert f"{kind.value}:{first}" in "".join(text.split())
    assert "\x1b" not in text


def test_long_ago_and_with_documents_only_every_record_still_has_a_page(
    knowledge: Knowledge,
) -> None:
    early = snapshot(knowledge, date(2000, 1, 1), Evidence.DOCUMENTS)
    for kind, family in records(knowledge).items():
        for each in family:
            reference = Reference(kind, each)
            assert record_page(reference, knowledge, early).blocks
            assert record_fields(reference, knowledge, early)["as_of"] == "2000-01-01"


def test_a_claim_shows_its_standing_and_what_contradicts_it(
    knowledge: Knowledge, seen: Snapshot
) -> None:
    text = _text("claim:c-001-40", knowledge, seen)
    assert "set aside: superseded by f-tf-eager-default" in text
    assert "## In conflict (x-01:" in text
    assert "c-004-26" in text


def test_a_claim_in_force_shows_its_weight_and_the_rules_that_rest_on_it(
    knowledge: Knowledge, seen: Snapshot
) -> None:
    text = _text("claim:c-000-51", knowledge, seen)
    assert "in force with weight" in text
    assert "(wants-debugging)" in text.split("## Rules that rest on it")[1]


def test_a_restatement_names_what_it_repeats(
    knowledge: Knowledge, seen: Snapshot
) -> None:
    assert "repeats c-000-09, which speaks for it" in _text(
        "claim:c-000-21", knowledge, seen
    )
    assert "## Repeated by" in _text("claim:c-000-09", knowledge, seen)


def test_a_claim_that_was_not_yet_made_says_so(knowledge: Knowledge) -> None:
    early = snapshot(knowledge, date(2020, 1, 1), Evidence.ALL)
    assert "not yet said (said on 2025-09-29)" in _text(
        "claim:c-004-19", knowledge, early
    )


def test_a_criterion_shows_scale_claims_and_rules(
    knowledge: Knowledge, seen: Snapshot
) -> None:
    text = _text("criterion:debugging", knowledge, seen)
    assert knowledge.criteria["debugging"].scale.best in text
    assert "## Claims on PyTorch" in text
    assert "(wants-debugging): +2" in text


def test_a_rule_shows_condition_effects_and_proofs(
    knowledge: Knowledge, seen: Snapshot
) -> None:
    text = _text("rule:tpu", knowledge, seen)
    assert "training-accelerators includes tpu or training-scale is tpu-pod" in text
    assert "hardware-accelerators +5" in text
    assert "## Rests on" in text
    assert "(r-002-07)" in text.split("## Cases in which it must fire")[1]


def test_a_question_shows_options_and_the_rules_that_read_it(
    knowledge: Knowledge, seen: Snapshot
) -> None:
    text = _text("question:goal", knowledge, seen)
    assert "- `research` Research" in text
    assert "`production-goal`" in text


def test_a_contradiction_shows_which_side_leads(
    knowledge: Knowledge, seen: Snapshot
) -> None:
    settlement = seen.settlements["x-01"]
    assert settlement.leading == 1
    text = _text("contradiction:x-01", knowledge, seen)
    assert f"“{settlement.sides[1].position}” leads with weight" in text
    side = settlement.sides[0]
    held, gone = len(side.in_force), len(side.set_aside)
    assert f"Weight {side.weight:.3f}: {held} in force; {gone} set aside" in text


def test_a_framework_shows_its_state_on_the_day(knowledge: Knowledge) -> None:
    retired = snapshot(knowledge, _TODAY, Evidence.ALL)
    young = snapshot(knowledge, date(2010, 1, 1), Evidence.ALL)
    unborn = snapshot(knowledge, date(2000, 1, 1), Evidence.ALL)
    assert "retired since 2018-09-28" in _text("framework:theano", knowledge, retired)
    assert "2010-01-01:** active since" in _text("framework:theano", knowledge, young)
    assert "2000-01-01:** not there yet" in _text("framework:theano", knowledge, unborn)


def test_a_system_shows_what_the_documents_say(
    knowledge: Knowledge, seen: Snapshot
) -> None:
    system = next(each for each in knowledge.systems.values() if each.said)
    assert system.said in _text(f"system:{system.id}", knowledge, seen).replace(
        "\\", ""
    )


def test_a_runtime_shows_its_status_and_the_paths_that_end_in_it(
    knowledge: Knowledge, seen: Snapshot
) -> None:
    text = _text("runtime:torchserve", knowledge, seen)
    assert "archived since 2025-08-07" in text
    ending = [e.id for e in knowledge.paths.values() if e.runtime == "torchserve"]
    assert ending
    for each in ending:
        assert each in text.split("## Paths that end in it")[1]
    fields = record_fields(Reference(RecordKind.RUNTIME, "torchserve"), knowledge, seen)
    assert (fields["status"], fields["paths"]) == ("archived", ending)


def test_a_path_shows_its_way_and_how_far_it_could_be_relied_on(
    knowledge: Knowledge, seen: Snapshot
) -> None:
    text = _text("path:caffe-ncsdk", knowledge, seen)
    assert "**Caffe → mvNCCompile → NCS graph → " in text
    assert "- **On 2026-11-21:** dead" in text
    assert "production since 2017-08-28" in text.split("## Maturity")[1]
    early = snapshot(knowledge, date(2017, 1, 1), Evidence.ALL)
    assert "not there yet" in _text("path:caffe-ncsdk", knowledge, early)
    reference = Reference(RecordKind.PATH, "caffe-ncsdk")
    assert record_fields(reference, knowledge, early)["maturity"] is None
    assert record_fields(reference, knowledge, seen)["bound_to"] == "Intel Movidius"


def test_a_layer_shows_what_it_stands_on_and_when_it_fits(
    knowledge: Knowledge, seen: Snapshot
) -> None:
    text = _text("layer:lightning", knowledge, seen)
    assert "PyTorch since 2019-03-31" in text.split("## Stands on")[1]
    assert "training-scale is multi-device or multi-node" in text
    fields = record_fields(Reference(RecordKind.LAYER, "lightning"), knowledge, seen)
    assert [each["framework"] for each in fields["stands_on"]] == ["pytorch"]
    assert fields["status"] == "active"


def test_a_framework_shows_where_it_runs_its_layers_and_its_paths(
    knowledge: Knowledge, seen: Snapshot
) -> None:
    text = _text("framework:jax", knowledge, seen)
    assert "linux with tpu" in text.split("## Where it runs")[1]
    assert "licence: " in text.split("## Worth knowing")[1]
    assert "Flax (flax), active" in text.split("## Layers that stand on it")[1]
    assert "jax-litert-android: android" in text.split("## Paths to targets")[1]
    fields = record_fields(Reference(RecordKind.FRAMEWORK, "jax"), knowledge, seen)
    assert {"flax", "equinox"} <= set(fields["layers"])
    assert "jax-litert-android" in fields["paths"]
    own = knowledge.frameworks["jax"]
    assert len(fields["platforms"]) == len(own.platforms)
    assert len(fields["traits"]) == len(own.traits)
    assert [each["most"] for each in fields["python"]] == [e.most for e in own.python]


def test_a_framework_shows_its_packages_and_what_it_stands_on(
    knowledge: Knowledge, seen: Snapshot
) -> None:
    text = _text("framework:keras", knowledge, seen)
    assert "Also installed as:** pkg:pypi/keras-core, " in text
    assert "Theano since 2015-03-27 until 2020-06-17 " in text
    fields = record_fields(Reference(RecordKind.FRAMEWORK, "keras"), knowledge, seen)
    own = knowledge.frameworks["keras"]
    assert fields["installed_as"] == list(own.installed_as)
    assert [each["framework"] for each in fields["stands_on"]] == [
        each.framework for each in own.stands_on
    ]


def test_a_claim_shows_what_it_measured_and_when_it_is_heard(
    knowledge: Knowledge, seen: Snapshot
) -> None:
    measured = next(each for each in knowledge.claims.values() if each.measured)
    assert "**Measured:**" in _text(f"claim:{measured.id}", knowledge, seen)
    special = next(each for each in knowledge.claims.values() if each.when)
    assert "heard only if " in _text(f"claim:{special.id}", knowledge, seen)
    fields = record_fields(Reference(RecordKind.CLAIM, special.id), knowledge, seen)
    assert fields["when"]


def test_a_case_shows_what_the_project_decided(
    knowledge: Knowledge, seen: Snapshot
) -> None:
    case = next(
        each
        for each in knowledge.cases.values()
        if each.decision is not None and each.decision.chose
    )
    assert case.decision is not None
    text = _text(f"case:{case.id}", knowledge, seen)
    assert (
        " and ".join(case.decision.chose)
        in text.split("## What the project decided")[1]
    )
    plain = _text("case:r-000-01", knowledge, seen)
    assert "What the project decided" not in plain
    fields = record_fields(Reference(RecordKind.CASE, case.id), knowledge, seen)
    assert fields["decision"]["chose"] == list(case.decision.chose)


def test_a_source_shows_its_bounds_reliability_and_faults(
    knowledge: Knowledge, seen: Snapshot
) -> None:
    text = _text("source:doc-000", knowledge, seen)
    assert "not stated; between 2019-09-30 and 2026-11-20" in text
    assert "**Reliability:** 0.4." in text
    assert "e-000-01" in text.split("## Known faults")[1]


def test_a_cell_shows_every_testimony_with_its_weight(
    knowledge: Knowledge, seen: Snapshot
) -> None:
    reference = Reference(RecordKind.CELL, "pytorch/debugging")
    fields = record_fields(reference, knowledge, seen)["performance"]
    text = _text("cell:pytorch/debugging", knowledge, seen)
    assert f"{fields['value']:.2f}" in text
    for each in fields["testimonies"]:
        assert f"at weight {each['weight']:.3f}" in text
        assert f"`{each['claim']}`" in text


def test_a_gap_is_no_number(knowledge: Knowledge, seen: Snapshot) -> None:
    name = "theano/federated-learning"
    reference = Reference(RecordKind.CELL, name)
    assert record_fields(reference, knowledge, seen)["performance"] is None
    assert "not known" in _text(f"cell:{name}", knowledge, seen)

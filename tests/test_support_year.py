"""A class of 24 through a year of decisions, as its form teacher would tell it.

On each day of the story: what the class does, what is late then, and that it is late no longer
once it has been noted. Every rule of lateness has its day.
"""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import Any

from jalons.i18n import Translator
from jalons.support import words
from jalons.support.class_state import KnownClass
from jalons.support.domain import FINAL, FIRST_WISH, INSERTION, POURSUITE, REASONED, STEPS
from jalons.support.noting import Note
from jalons.support.payments import accounts
from jalons.support.pupils_file import pasted
from jalons.support.rules import RULES, late
from jalons.support.state import SupportState
from jalons.support.words import tidy_for_all

FR = Translator("fr")
YEAR, NAME = "2025-2026", "TMELEC1"
CODES = [f"E{number:02}" for number in range(1, 25)]
TO_WORK, TO_STUDY = CODES[:10], CODES[10:]
COUNCIL_1, COUNCIL_2, LAST_COUNCIL = date(2025, 12, 2), date(2026, 3, 10), date(2026, 5, 26)
AUTUMN = (date(2025, 11, 3), date(2025, 11, 21))
BLOCK = [date(2026, 6, 8) + timedelta(weeks=n) for n in range(4)]
DAY = timedelta(days=1)


class Story:
    """The class, and what its form teacher does with it."""

    def __init__(self) -> None:
        councils = {"T1": COUNCIL_1, "T2": COUNCIL_2, "T3": LAST_COUNCIL}
        known = KnownClass(YEAR, NAME, "TPRO", "A", councils, (AUTUMN,))
        self.state = SupportState(tidy=tidy_for_all(), known=(known,))
        self.state.begin(YEAR, NAME)
        self.state.put_pupils(pasted("\n".join(CODES)))
        self.told: set[str] = set()

    def fill(self, table: str, codes: list[str], **cells: Any) -> None:
        """Fill in cells of pupils' rows, as one does in the tables."""
        assert self.state.book is not None
        columns = self.state.book.draft.form.columns(table)
        for code in codes:
            rows = self.state.book.draft.rows(table)
            at = next((n for n, row in enumerate(rows) if row[0] == code), len(rows))
            edits = [(at, columns.index(name), str(value)) for name, value in cells.items()]
            self.state.set_cells(table, [(at, 0, code), *edits])
        assert self.state.problems == ()

    def note(self, kind: str, codes: list[str], first: date, what: str = "", days: int = 1) -> None:
        self.state.note(Note(kind, what, first, first + (days - 1) * DAY), codes)
        assert self.state.problems == ()

    def late(self, day: date) -> dict[str, int]:
        """What is late on a day: for how many pupils, by rule."""
        klass = self.state.klass
        assert klass is not None
        found = Counter(one.code for p in klass.pupils for one in late(p, klass, day))
        self.told |= set(found)
        return dict(found)


# --- the chapters of the year -------------------------------------------------------------------


def september_the_path_is_presented_to_all_but_one(story: Story) -> None:
    assert story.late(date(2025, 9, 16)) == {}
    story.note("presentation", CODES[1:], date(2025, 9, 16))
    assert story.late(AUTUMN[0] - 15 * DAY) == {}


def october_every_placement_looks_for_its_agreement(story: Story) -> None:
    assert story.late(AUTUMN[0] - 14 * DAY) == {"no_agreement": 24}
    story.fill("conventions", CODES, entreprise="Élec Services", debut=AUTUMN[0], fin=AUTUMN[1])
    assert story.late(AUTUMN[0] - 14 * DAY) == {"not_signed": 24, "no_teacher": 24}
    signed = "établissement, entreprise, élève"
    story.fill("conventions", CODES, signatures=signed.replace(", ", "|"), referent="M. Roy")
    assert story.late(AUTUMN[0] - 14 * DAY) == {}
    story.fill("eleves", ["E05"], naissance="2008-05-01")  # a minor: somebody else signs
    assert story.late(AUTUMN[0]) == {"not_signed": 1}
    story.fill("conventions", ["E05"], signatures="etablissement|entreprise|representant")
    assert story.late(AUTUMN[0]) == {}


def november_the_attestations_come_back_and_the_allowance_with_them(story: Story) -> None:
    assert story.late(AUTUMN[1] + 6 * DAY) == {}
    assert story.late(AUTUMN[1] + 7 * DAY) == {"not_attested": 24}
    story.fill("conventions", CODES[1:], jours=15, attestation=AUTUMN[1])
    assert story.late(AUTUMN[1] + 7 * DAY) == {"not_attested": 1}
    klass = story.state.klass
    assert klass is not None
    first, *others = accounts(klass, COUNCIL_1)
    assert (first.earned_eur, first.waiting_eur) == (0, 300)
    assert {(a.earned_eur, a.waiting_eur) for a in others} == {(300, 0)}
    story.fill("conventions", ["E01"], jours=14, attestation=COUNCIL_1 - DAY)


def december_the_first_council_meets_the_wishes(story: Story) -> None:
    story.fill("decisions", TO_WORK, souhait="insertion", souhait_le="2025-11-25",
               souhait_par="famille")  # fmt: skip
    story.fill("decisions", TO_STUDY[1:], souhait="études", souhait_le="2025-11-27",
               souhait_par="famille")  # fmt: skip
    assert story.late(COUNCIL_1 - DAY) == {}
    assert story.late(COUNCIL_1) == {"presentation": 1, "first_wish": 1, "recommendation": 24}
    story.note("presentation", ["E01"], COUNCIL_1 + DAY)
    story.fill("decisions", ["E11"], souhait="hésite", souhait_le="2025-12-04", souhait_par="élève")
    story.fill("decisions", TO_WORK, conseil_t1="insertion")
    story.fill("decisions", TO_STUDY, conseil_t1="études")
    assert story.late(COUNCIL_1 + 2 * DAY) == {}


def march_the_second_council_asks_who_needs_help_to_go_on(story: Story) -> None:
    story.fill("eleves", ["E12", "E13"], francais=2, mathematiques=3)
    story.fill("eleves", ["E14"], competences="prendre des notes")
    story.fill("decisions", TO_WORK, conseil_t2="insertion")
    story.fill("decisions", TO_STUDY, conseil_t2="études")
    assert story.late(COUNCIL_2 - DAY) == {}
    assert story.late(COUNCIL_2) == {"reinforcement": 3}
    groups = {g.purpose: g.pupils for g in story.state.groups().groups}
    assert groups["besoin"] == ("E12", "E13", "E14")
    story.note("renforcement", ["E12", "E13"], date(2026, 3, 16), "Français pour le BTS", 40)
    story.note("methodologie", ["E14"], date(2026, 3, 16), "Prendre des notes")
    assert story.late(COUNCIL_2) == {}


def april_an_immersion_is_planned_too_long(story: Story) -> None:
    story.note("immersion", TO_STUDY, date(2026, 4, 20), "Lycée Diderot, STS", 5)
    assert story.late(date(2026, 4, 1)) == {}
    story.fill("immersions", ["E15"], fin="2026-04-27")
    assert story.late(date(2026, 4, 1)) == {"immersion_too_long": 1}
    story.fill("immersions", ["E15"], fin="2026-04-24")
    assert story.late(date(2026, 4, 1)) == {}


def may_the_last_council_gives_its_reasons_and_avenirpro_is_counted(story: Story) -> None:
    for day in (date(2026, 1, 13), date(2026, 2, 3), date(2026, 3, 24)):
        story.note("atelier", TO_WORK, day)
    assert story.late(LAST_COUNCIL - DAY) == {}
    assert story.late(LAST_COUNCIL) == {"reasoned": 24, "workshops": 10, "interview": 10}
    story.note("atelier", TO_WORK, date(2026, 5, 5))
    story.note("entretien", TO_WORK, date(2026, 5, 7))
    story.fill("decisions", TO_WORK, recommandation="insertion", motif="à l'aise en entreprise")
    story.fill("decisions", TO_STUDY, recommandation="études")
    assert story.late(LAST_COUNCIL) == {"reasoned_without_reason": 14}
    story.fill("decisions", TO_STUDY, motif="travail régulier")
    assert story.late(LAST_COUNCIL) == {}


def may_a_certificate_has_its_result(story: Story) -> None:
    story.note("certification", TO_WORK, date(2026, 5, 11), "SST", 2)
    assert story.late(date(2026, 5, 25)) == {}
    assert story.late(date(2026, 5, 26)) == {"no_result": 10}
    story.fill("activites", TO_WORK, obtenu="oui")
    assert story.late(date(2026, 5, 26)) == {}


def june_the_families_choose_and_the_block_begins(story: Story) -> None:
    for finality in (INSERTION, POURSUITE):
        story.state.choose_block(finality, BLOCK)
    story.fill("decisions", TO_WORK, choix="insertion", choix_le="2026-06-02")
    story.fill("decisions", TO_STUDY[:-1], choix="études", choix_le="2026-06-02")
    assert story.late(date(2026, 6, 2)) == {"no_agreement": 10}
    story.state.insert("conventions", 24, [
        [code, "Ateliers Morin", str(BLOCK[0]), "2026-07-03", "Mme Petit",
         "etablissement|entreprise|eleve", "", "", "oui"]  # E05 is of age since May
        for code in TO_WORK
    ])  # fmt: skip
    assert story.late(date(2026, 6, 2)) == {}
    assert story.late(BLOCK[0]) == {"final": 1, "no_activity": 13}
    story.fill("decisions", ["E24"], choix="études", choix_le=BLOCK[0])
    story.note("projet", TO_STUDY, BLOCK[0], "Un journal du lycée", 26)
    assert story.late(BLOCK[0]) == {}


def june_a_stay_of_a_pupil_who_goes_on_studying_is_no_paid_placement(story: Story) -> None:
    story.state.insert("conventions", 34, [
        ["E20", "Domotique 63", "2026-06-15", "2026-06-19", "M. Roy",
         "etablissement|entreprise|eleve", "", "", "oui"]
    ])  # fmt: skip
    assert story.late(date(2026, 6, 15)) == {"agreement_not_for_study": 1}
    story.state.remove("conventions", [34])
    story.note("immersion", ["E20"], date(2026, 6, 15), "Domotique 63", 5)
    assert story.late(date(2026, 6, 15)) == {}


def july_everything_is_done_and_every_rule_had_its_day(story: Story) -> None:
    story.fill("conventions", [], jours=20)
    assert story.state.book is not None
    rows = range(24, 34)
    cells = [
        (row, column, value) for row in rows for column, value in ((6, "20"), (7, "2026-07-03"))
    ]
    story.state.set_cells("conventions", cells)
    assert story.late(date(2026, 7, 31)) == {}
    assert story.told == {
        "presentation", "first_wish", "recommendation", "reasoned", "reasoned_without_reason",
        "final", "no_agreement", "not_signed", "no_teacher", "not_attested", "immersion_too_long",
        "workshops", "interview", "no_activity", "agreement_not_for_study", "reinforcement",
        "no_result",
    }  # fmt: skip
    assert len(RULES) == 11  # a new rule needs its day in the story


def who_decided_what_and_when_is_there_to_be_read(story: Story) -> None:
    klass = story.state.klass
    assert klass is not None
    for pupil in klass.pupils:
        assert set(pupil.decisions) == set(STEPS) - {"S1"}
    hesitant = klass.pupil("E11")
    assert [(s, d.by, d.on) for s, d in hesitant.decisions.items()] == [
        (FIRST_WISH, "pupil", date(2025, 12, 4)),
        ("T1", "council", COUNCIL_1),
        ("T2", "council", COUNCIL_2),
        (REASONED, "council", LAST_COUNCIL),
        (FINAL, "family", date(2026, 6, 2)),
    ]
    assert words.decisions_row(FR, "E11", klass, hesitant) == (
        "E11",
        "hésite (4 déc. 2025, dit par l'élève)",
        "études (2 déc. 2025)",
        "études (10 mars 2026)",
        "études (26 mai 2026)",
        "études (2 juin 2026)",
        "travail régulier",
    )
    paid = {a.pupil: a.earned_eur for a in accounts(klass, date(2026, 7, 31))}
    assert (paid["E02"], paid["E01"], paid["E11"]) == (700, 680, 300)


def test_a_year_of_decisions() -> None:
    story = Story()
    september_the_path_is_presented_to_all_but_one(story)
    october_every_placement_looks_for_its_agreement(story)
    november_the_attestations_come_back_and_the_allowance_with_them(story)
    december_the_first_council_meets_the_wishes(story)
    march_the_second_council_asks_who_needs_help_to_go_on(story)
    april_an_immersion_is_planned_too_long(story)
    may_the_last_council_gives_its_reasons_and_avenirpro_is_counted(story)
    may_a_certificate_has_its_result(story)
    june_the_families_choose_and_the_block_begins(story)
    june_a_stay_of_a_pupil_who_goes_on_studying_is_no_paid_placement(story)
    july_everything_is_done_and_every_rule_had_its_day(story)
    who_decided_what_and_when_is_there_to_be_read(story)

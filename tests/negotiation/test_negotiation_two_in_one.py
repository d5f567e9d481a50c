"""Two negotiations in one article are kept apart; split evidence is told as such; other languages are not judged."""

from __future__ import annotations

import pytest
from invented import known, status

from briefreader.model import Brief, Raw
from briefreader.text.brief import brief
from briefreader.text.clean import clean

CEASEFIRE = (
    "VIENNA - Norland and Sudia signed a ceasefire on Monday after nine days of talks in Vienna.",
    "The truce takes effect at midnight. Norland's foreign minister called it a beginning.",
)


def test_what_says_that_it_speaks_of_something_else_is_another_negotiation() -> None:
    found = known(
        status(*CEASEFIRE, "Separately, Estia broke off trade talks with Borovia.", title="Norland and Sudia sign truce")
    )
    assert found.stage == "agreed"
    assert {party.name for party in found.parties} == {"Norland", "Sudia"}
    (other,) = found.others
    assert set(other.parties) == {"Estia", "Borovia"}
    assert other.stage == "suspended"
    assert other.sentence.startswith("Separately, Estia broke off")


def test_what_befell_several_others_of_its_kind_is_not_the_news() -> None:
    told = "Several other takeover bids have collapsed since the market fell, and brokers fear for this one."
    found = known(
        status("Tarrant Foods offered 40 crowns a share for Borea Mills on Monday.", told, title="Tarrant bids for Borea")
    )
    assert found.stage == "called_for"
    (collapsed,) = (why for why in found.why if "collapse" in why)
    assert float(collapsed.split()[0]) < 0.5


def test_two_listed_sides_that_have_nothing_to_do_with_the_headline_are_another_negotiation() -> None:
    found = known(
        status(
            "Russia and Ukraine exchanged 200 prisoners on Friday, the first stage of a swap agreed in Istanbul.",
            "Talks between China and the United States on tariffs collapsed in Geneva, officials said.",
            title="Russia and Ukraine swap prisoners",
        )
    )
    assert found.stage == "in_force"
    assert {party.name for party in found.parties} == {"Russia", "Ukraine"}
    assert [(set(other.parties), other.stage) for other in found.others] == [({"China", "United States"}, "suspended")]


def test_a_mediator_and_a_host_are_no_other_negotiation() -> None:
    found = known(
        status(
            "Russia and Ukraine resumed talks in Istanbul on Friday.",
            "Turkey and Qatar, which mediate, held a meeting with both delegations.",
            "The United States urged Russia to accept a ceasefire.",
            title="Russia and Ukraine resume talks",
        )
    )
    assert found.others == ()


def test_split_evidence_gives_both_readings() -> None:
    found = known(
        status(
            "The union and the mine resumed talks on Monday, but the union also walked out of a second meeting at noon.",
            title="Mine talks: both sides met, then one left",
        )
    )
    assert {found.stage, found.alternative} == {"suspended", "under_way"}
    assert found.confidence < 0.9


LANGUAGES = {
    "de": "Die Gewerkschaft und die Reederei haben die Gespräche am Montag abgebrochen. Die Arbeiter streiken seit Wochen.",
    "fr": "Le syndicat et la compagnie ont rompu les négociations lundi soir. Les ouvriers sont en grève depuis un mois.",
    "es": "El sindicato y la empresa rompieron las negociaciones el lunes. Los obreros están en huelga desde hace un mes.",
    "it": "Il sindacato e la compagnia hanno interrotto le trattative lunedì. Gli operai sono in sciopero da tre settimane.",
    "pt": "O sindicato e a empresa romperam as negociações na segunda-feira. Os trabalhadores estão em greve há três semanas.",
    "nl": "De vakbond en de rederij hebben maandag hun onderhandelingen afgebroken. De arbeiders staken al drie weken lang.",
    "pl": "Związek zawodowy i spółka zerwały w poniedziałek negocjacje. Robotnicy strajkują już od trzech tygodni w porcie.",
    "ru": "Профсоюз и компания прервали переговоры в понедельник. Рабочие бастуют уже три недели, и конца забастовке не видно.",
    "tr": "Sendika ve şirket pazartesi günü görüşmeleri kesti. İşçiler üç haftadır grevde ve yeni bir tarih de belirlenmedi.",
    "ar": "قطعت النقابة والشركة المفاوضات يوم الاثنين. والعمال مضربون عن العمل منذ ثلاثة أسابيع ولم يحدد موعد جديد للقاء.",
    "zh": "工会和公司周一中断了谈判。工人们已经罢工三周,双方没有商定新的会谈日期。公司表示不会改变立场。",
}


def briefed(text: str) -> Brief:
    return brief(clean(Raw("invented.txt", text.encode(), "text/plain", "utf-8")))


@pytest.mark.parametrize("language", LANGUAGES)
def test_another_language_is_not_analysed_rather_than_told_to_report_nothing(language: str) -> None:
    found = briefed("\n\n".join([LANGUAGES[language]] * 3))
    assert found.article.language == language
    assert not found.analysed
    assert found.negotiation is None


ENGLISH = """Miners break off pay talks

The miners' union broke off pay talks with Holm Stone on Monday and walked out of the meeting, both sides said.

The union rejected the company's final offer. No further talks are scheduled.
"""


def test_english_with_a_foreign_quotation_is_analysed() -> None:
    found = briefed(ENGLISH + "\n“Wir haben genug gehört und gehen jetzt nach Hause”, said its chair, Ilse Maren.\n")
    assert found.analysed
    assert known(found.negotiation).stage == "suspended"


def test_a_foreign_text_with_english_words_of_negotiation_is_not_analysed() -> None:
    mixed = "Die „peace talks“ mit der Reederei sind nach dem „walkout“ am Montag nicht wieder aufgenommen worden, sagte sie."
    found = briefed("\n\n".join([mixed] * 4))
    assert found.article.language == "de"
    assert not found.analysed
    assert found.negotiation is None


def test_half_of_each_language_is_read_as_the_language_that_there_is_more_of() -> None:
    english, german = briefed(ENGLISH + "\n" + LANGUAGES["de"]), briefed(LANGUAGES["de"] * 6 + "\n\n" + ENGLISH)
    assert english.analysed
    assert not german.analysed

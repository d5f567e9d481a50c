"""Which language a text is in."""

from __future__ import annotations

import pytest

from briefreader.text.language import detect, is_analysed

SAMPLES = {
    "en": "The crews said that they would not go back to work until the owners had made an offer that was "
    "better than the last.",
    "de": "Die Gewerkschaft hat am Montag erklärt, dass sie nicht mit den Eignern über ein neues Angebot "
    "sprechen wird, das noch "
    "nicht auf dem Tisch liegt.",
    "fr": "Le syndicat a déclaré lundi que les équipages ne reprendront pas le travail tant que la "
    "direction n'aura pas fait une "
    "offre dans les formes.",
    "es": "El sindicato dijo el lunes que los trabajadores no volverán a sus puestos hasta que la empresa haga una oferta por "
    "escrito a todos.",
    "nl": "De vakbond heeft op maandag gezegd dat het personeel niet aan het werk gaat voordat er een "
    "beter bod van de eigenaren is.",
    "uk": "Профспілка заявила в понеділок, що екіпажі не повернуться до роботи, поки власники не зроблять нову пропозицію, яка "
    "була б кращою за попередню.",
    "ru": "Профсоюз заявил в понедельник, что экипажи не вернутся к работе, пока владельцы не сделают "
    "новое предложение, которое "
    "было бы лучше прежнего.",
    "ja": "組合は月曜日、会社が新しい提案をするまで職場に戻らないと発表した。",
    "zh": "工会星期一表示，在公司提出新的方案之前，船员不会返回工作岗位。",
    "ko": "노조는 월요일 회사가 새로운 제안을 할 때까지 복귀하지 않겠다고 밝혔다.",
    "el": "Το συνδικάτο δήλωσε τη Δευτέρα ότι τα πληρώματα δεν θα επιστρέψουν στην εργασία.",
    "ar": "قالت النقابة يوم الاثنين إن الطواقم لن تعود إلى العمل حتى يقدم الملاك عرضا جديدا في هذا الشأن من خلال الوسيط.",
}


@pytest.mark.parametrize("code", SAMPLES)
def test_a_paragraph_tells_its_language(code: str) -> None:
    assert detect(SAMPLES[code]) == code


def test_the_text_is_believed_before_the_page() -> None:
    assert detect(SAMPLES["de"], "en-US") == "de"


def test_the_page_decides_where_the_text_is_too_short() -> None:
    assert detect("Talks off", "de_DE") == "de"
    assert detect("Talks off") is None
    assert detect("", "fr-FR") == "fr"
    assert detect("123 456") is None


def test_a_text_in_no_known_language_has_none() -> None:
    assert detect("zup frale mondi kester abru tolin vasque " * 5) is None


def test_only_english_is_analysed_and_the_unknown_counts_as_such() -> None:
    assert is_analysed("en")
    assert is_analysed("en-GB")
    assert is_analysed(None)
    assert not is_analysed("de")

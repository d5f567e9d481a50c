"""An invented stream of news: which articles are one story is told by the name's first part."""

from __future__ import annotations

from briefreader.model import Article, Block, Brief, Negotiation, Party
from briefreader.text.keypoints import key_points
from briefreader.text.sentences import sentences

NEWS = {
    "dockers-1": (
        "2026-05-04",
        "Courier",
        "Norrhaven dockers walk out over pay",
        "Dockers at the port of Norrhaven walked out on Monday after pay talks with Tarn Terminals broke down. "
        "About 2,400 crane drivers are on strike, the Harbour Workers' Union said. Tarn Terminals offered 4 "
        "percent over two years. The union wants 9 percent. The strike stops most of the country's container "
        "imports.",
    ),
    "dockers-2": (
        "2026-05-04",
        "Evening Post",
        "Port of Norrhaven closed as crane drivers strike",
        "The container port of Norrhaven was closed on Monday. About 2,400 crane drivers are on strike, the "
        "Harbour Workers' Union said. Pay talks with the operator, Tarn Terminals, failed at the weekend. Ships "
        "were waiting off Norrhaven. Dockers want 9 percent more pay.",
    ),
    "dockers-3": (
        "2026-05-06",
        "Radio North",
        "Mediator calls Norrhaven dockers and Tarn Terminals to talks",
        "The state mediator called the dockers of Norrhaven and the operator Tarn Terminals to a meeting on "
        "Thursday. The strike of 2,400 crane drivers went into its third day. Tarn Terminals did not raise its "
        "offer of 4 percent on pay, the Harbour Workers' Union said.",
    ),
    "nurses-1": (
        "2026-05-04",
        "Courier",
        "Nurses in Ostmark strike over night shifts",
        "Nurses at eleven hospitals in Ostmark went on strike on Monday over night shifts. The Nurses' League says "
        "wards are left with one nurse for thirty patients at night. The health ministry of Ostmark called the "
        "strike irresponsible. Operations were put off in all eleven hospitals.",
    ),
    "nurses-2": (
        "2026-05-05",
        "Evening Post",
        "Ostmark hospitals put off operations as nurses strike",
        "Hospitals in Ostmark put off 900 operations because of the nurses' strike. The Nurses' League wants two "
        "nurses on each ward for night shifts. The health ministry of Ostmark offered talks next week. Wards are "
        "left with one nurse for thirty patients at night, the league says.",
    ),
    "dam-1": (
        "2026-05-04",
        "Courier",
        "Dam bursts above Velm; four missing",
        "A dam above the town of Velm burst on Sunday night and flooded 300 houses. Four people are missing. The "
        "dam at Velm had been found unsafe by inspectors two years ago. The regional government put off the "
        "repairs.",
    ),
    "dam-2": (
        "2026-05-05",
        "Radio North",
        "Inspectors had warned of Velm dam",
        "Inspectors found the dam above Velm unsafe two years before it burst, a report shows. The regional "
        "government put off repairs of the dam to save money. Four people are still missing in Velm after 300 "
        "houses were flooded.",
    ),
    "bank-1": (
        "2026-05-05",
        "Evening Post",
        "Norvik Bank and Sund Savings to merge",
        "Norvik Bank and Sund Savings agreed to merge in a deal worth $3.1 billion. Shareholders of Sund Savings "
        "get 0.8 of a Norvik Bank share. The merger would make the second largest bank of the country.",
    ),
    "bank-2": (
        "2026-05-06",
        "Courier",
        "Unions fear for jobs after Norvik and Sund merger",
        "Unions fear for 1,500 jobs after the merger of Norvik Bank and Sund Savings. The $3.1 billion deal would "
        "close branches in small towns. Norvik Bank and Sund Savings said that no decision on branches was taken.",
    ),
    "cup": (
        "2026-05-05",
        "Radio North",
        "Harlow win the cup on penalties",
        "Harlow won the cup final against Essen Park on penalties on Tuesday. The goalkeeper, Ben Adair, saved "
        "three shots. It is the first cup for Harlow in forty years.",
    ),
}


def told(
    name: str,
    *,
    source: str | None = None,
    published: str | None = None,
    site: str | None = None,
    title: str | None = None,
    text: str | None = None,
    group: str | None = None,
    undated: bool = False,
    parties: tuple[str, ...] = (),
) -> Brief:
    """Give the brief of one of the stream's articles, with what is to be different about it."""
    day, outlet, headline, body = NEWS[name]
    article = Article(
        source=source or name,
        title=title or headline,
        published=None if undated else published or day,
        site=site or outlet,
        blocks=(Block("paragraph", text or body),),
        language="en",
        group=group,
    )
    found = sentences(article)
    negotiation = (
        Negotiation("under_way", None, None, 0.9, None, "", found[0].text, tuple(Party(name) for name in parties))
        if parties
        else None
    )
    return Brief(article, key_points(article, found, negotiation), negotiation)


def stream() -> list[Brief]:
    return [told(name) for name in NEWS]

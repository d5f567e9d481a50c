"""Invented news articles, with the sentences (by number, from 0) that an editor would sign as their points."""

from __future__ import annotations

from briefreader.model import Article, Block

DOCKERS = """
Dockers at the port of Norrhaven walked out on Monday after talks on pay with the operator, Tarn Terminals, broke down.
About 2,400 crane drivers and lashers are on strike, the Harbour Workers' Union said.
Tarn Terminals had offered a rise of 4 percent over two years; the union wants 9 percent.
"It's a slap in the face," said Olsen, who has worked there for 20 years.
It was raining.
But the company says it cannot pay more while container traffic falls.
The strike stops two thirds of the country's container imports, according to the Chamber of Shipping.
What happens next?
The state mediator, Ilse Brandt, has called both sides to a meeting on Thursday.
I remember the strike of 1998, which lasted seven weeks.
The last strike at the port, in 1998, ended after the government stepped in.
Share your thoughts in the comments below and subscribe to our newsletter for more.
"""

FLOOD = """
A dam above the town of Velm burst on Sunday night and flooded more than 300 houses, officials said.
Four people were missing on Monday, and 1,200 had been taken to schools and sports halls.
The dam, built in 1961, had been found unsafe by inspectors two years ago, a report seen by this newspaper shows.
The report recommended repairs costing 14 million crowns.
They were never made.
"We heard a roar and ran," said Marta Lind, whose bakery stands by the river.
The regional government had put off the repairs twice to save money.
Prosecutors in Velm said they had opened an inquiry into negligence.
It's a sobering reminder that water always wins.
Rain is forecast until Wednesday, and two villages downstream were told to prepare to leave.
Photo by Getty Images.
"""

MERGER = """
Norvik Bank and Sund Savings agreed on Wednesday to merge in a deal worth $3.1 billion.
The new bank would be the second largest in the country, with 2.6 million customers.
Shareholders of Sund would get 0.8 of a Norvik share for each of theirs.
The competition authority has 90 days to examine the deal.
Norvik's chief executive, Karl Abara, would lead the bank, both said in a statement.
He started as a teller in 1989.
Unions fear that up to 1,500 jobs could go, mainly in small towns where both banks have branches.
In my view, nobody needs a bank that big.
You might want to check your contracts now.
Sund made a loss of $210 million last year after bad loans to property companies.
Shares of Sund rose 18 percent after the announcement, while those of Norvik fell 3 percent.
"""

TELESCOPE = """
Astronomers have found water vapour in the air of a small planet that circles a star 48 light years away.
The planet, Harl 7b, is one and a half times as wide as Earth, the team reports in a journal.
It is the smallest planet on which water has been seen.
The team watched the planet pass its star 11 times with the southern observatory at Mount Kesh.
However, the signal could also come from spots on the star, said Dana Roy, who was not part of the team.
A second telescope is to look at the planet in March to rule that out.
This would settle the matter.
Harl 7b is too hot for life, with a surface of about 310 degrees.
So what does it mean?
The finding shows that small planets can keep an atmosphere close to a red star, the team writes.
"""

SIGNED: dict[str, tuple[str, str, frozenset[int]]] = {
    "dockers": ("Norrhaven dockers walk out over pay", DOCKERS, frozenset({0, 1, 2, 6, 8})),
    "flood": ("Dam bursts above Velm; four missing", FLOOD, frozenset({0, 1, 2, 6, 7, 9})),
    "merger": ("Norvik and Sund to merge", MERGER, frozenset({0, 1, 2, 3, 6, 10})),
    "telescope": ("Water found on a small planet", TELESCOPE, frozenset({0, 1, 3, 5, 7, 9})),
}


def lines(text: str) -> list[str]:
    return text.strip().splitlines()


def invented(name: str, *, title: bool = True, as_one_paragraph: bool = False) -> Article:
    headline, text, _ = SIGNED[name]
    paragraphs = [" ".join(lines(text))] if as_one_paragraph else lines(text)
    blocks = tuple(Block("paragraph", paragraph) for paragraph in paragraphs)
    return Article(source=name, title=headline if title else None, blocks=blocks, language="en")

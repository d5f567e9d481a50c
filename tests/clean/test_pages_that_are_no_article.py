"""Pages as servers and sites send them instead of an article, in several languages, and articles that sound like them."""

from __future__ import annotations

import pytest
from clean_pages import PARAGRAPHS, article, page, read

HEADER = "<header><nav><a href='/'>Home</a> <a href='/news'>News</a> <a href='/login'>Log in</a></nav></header>"
FOOTER = "<footer><p>© 2025 The Arlen Harbour Post</p><a href='/imprint'>Imprint</a></footer>"


def site(title: str, body: str, head: str = "") -> str:
    """A page of an invented site with its header and footer."""
    return page(f"{HEADER}<main>{body}</main>{FOOTER}", f"<title>{title}</title>{head}")


def told(title: str, *lines: str) -> str:
    """A page that says ``title`` as its heading and some lines."""
    return site(f"{title} | Arlen Harbour Post", f"<h1>{title}</h1>" + "".join(f"<p>{line}</p>" for line in lines))


def dialog(title: str, text: str, *buttons: str) -> str:
    """A wall that stands before the page."""
    pressed = "".join(f"<button>{button}</button>" for button in buttons)
    return page(f"<div class='wall'><h2>{title}</h2><p>{text}</p>{pressed}</div>", f"<title>{title}</title>")


def stub(closing: str, first: str = PARAGRAPHS[0]) -> str:
    """An article that closes after its first paragraph."""
    return site(
        "Ferry crews to walk out", f"<article><h1>Ferry crews to walk out</h1><p>{first}</p><div>{closing}</div></article>"
    )


ERRORS = [
    told("404 – Page not found", "Sorry, the page you are looking for does not exist. It may have been moved.",
         "Back to the home page"),
    told("Error 503", "The server is busy. Please try again in a few minutes."),
    told("This page isn't available", "The link may be broken, or the page may have been removed."),
    told("Oops! That page can't be found.", "It looks like nothing was found at this location. Maybe try a search?"),
    told("Fehler 404", "Die angeforderte Seite wurde leider nicht gefunden."),
    told("Seite nicht gefunden", "Vielleicht hilft Ihnen die Suche weiter."),
    told("Erreur 404", "La page que vous recherchez n'existe pas ou a été déplacée."),
    told("Página no encontrada", "Lo sentimos, la página que busca no existe."),
    told("Pagina non trovata", "La pagina che stai cercando non esiste più."),
    told("Página não encontrada", "A página que procura não existe."),
    told("Сторінку не знайдено", "На жаль, такої сторінки немає."),
    told("Страница не найдена", "К сожалению, такой страницы нет."),
    told("Nie znaleziono strony", "Strona, której szukasz, nie istnieje."),
    told("Pagina niet gevonden", "De pagina die u zoekt bestaat niet."),
    page("<h1>Access Denied</h1><p>You don't have permission to access this page on this server.</p>",
         "<title>Access Denied</title>"),
    page("<h1>post.example</h1><h2>Checking if the site connection is secure</h2><p>post.example needs to review the "
         "security of your connection before proceeding.</p>", "<title>Just a moment...</title>"),
    page("<h1>Pardon our interruption</h1><p>As you were browsing something made us think you were a bot.</p>",
         "<title>Pardon Our Interruption</title>"),
    page("<center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center>", "<title>502 Bad Gateway</title>"),
    page("<p>Please enable JS and disable any ad blocker</p>", "<title>post.example</title>"),
]  # fmt: skip

CONSENT = [
    dialog("We value your privacy", "We and our 814 partners store and access information on a device, such as cookies.",
         "Accept"),
    dialog("Before you continue", "We use cookies and data to deliver our services and show personalised ads.", "Accept",
         "Reject"),
    dialog("Your privacy, your choice", "We and our partners process data to show you ads you care about.",
         "Agree and continue"),
    dialog("Weiterlesen mit Werbung", "Besuchen Sie unsere Seite wie gewohnt mit Werbung und Tracking.", "Akzeptieren"),
    dialog("Willkommen! Sie haben die Wahl", "Nutzen Sie uns mit Werbung und Cookies oder im werbefreien Abo.", "Einwilligen"),
    dialog("Le respect de votre vie privée est notre priorité", "Nous et nos partenaires stockons des informations.",
         "Accepter"),
    dialog("Tu privacidad es importante", "Nosotros y nuestros socios almacenamos información en un dispositivo.", "Aceptar"),
    dialog("Informativa", "Noi e terze parti selezionate utilizziamo cookie per finalità tecniche e, con il tuo consenso, "
           "anche per altre finalità.", "Accetta", "Rifiuta"),
]  # fmt: skip

PAYWALLS = [
    stub("<h3>Subscribe to continue reading</h3><p>Already a subscriber? Log in</p>"),
    stub("<h3>This article is for subscribers</h3><p>From 1 € a week.</p>"),
    stub("<p>To read the full story, subscribe or sign in</p>"),
    stub("<h3>Want to read more?</h3><p>Become a member to unlock this story.</p>"),
    stub(
        "<h3>Dieser Artikel ist für Abonnenten</h3><p>Jetzt testen</p>",
        "Die Besatzungen der Fähren wollen am Freitag streiken.",
    ),
    stub("<h3>Weiterlesen mit Hafenpost Plus</h3><p>4 Wochen für 1 Euro</p>", "Die Besatzungen wollen am Freitag streiken."),
    stub("<h3>Cet article est réservé aux abonnés</h3><p>Déjà abonné ?</p>", "Les équipages feront grève vendredi."),
    stub(
        "<h3>Il vous reste 80 % de cet article à lire</h3><p>La suite est réservée aux abonnés.</p>",
        "Les équipages feront grève.",
    ),
    stub("<h3>Contenido exclusivo para suscriptores</h3><p>¿Ya eres suscriptor?</p>", "Las tripulaciones irán a la huelga."),
    stub("<h3>Questo articolo è riservato agli abbonati</h3>", "Gli equipaggi sciopereranno venerdì, dice il sindacato."),
    told("Sign in", "Enter your e-mail address and password.", "Forgot your password?"),
    told("Anmelden", "Bitte geben Sie Ihre E-Mail-Adresse und Ihr Passwort ein.", "Passwort vergessen?"),
    told("Connexion", "Saisissez votre adresse e-mail et votre mot de passe.", "Mot de passe oublié ?"),
]

INDEXES = [
    site("Arlen Harbour Post – News of the coast",
         "".join(f"<section><h2>{name}</h2>"
                 + "".join(f"<article><h3><a href='/{name}/{n}'>{name}: the board votes on plan {n} for the old quay</a></h3>"
                           f"<p>A decision on plan {n} is expected before the summer.</p></article>" for n in range(6))
                 + "</section>" for name in ("Harbour", "Islands", "Fishing")), "<meta property='og:type' content='website'>"),
    site("Search results", "<h1>Results for “ferry”</h1><ul>"
         + "".join(f"<li><a href='/{n}'>Crews of line {n} ask for a new offer</a> <span>{n} May 2025</span></li>"
                   for n in range(1, 20)) + "</ul>"),
    site("Topic: strikes", "<h1>Strikes</h1>"
         + "".join(f"<div class='card'><a href='/s/{n}'><h3>Strike day {n}: what is shut on the northern islands</h3></a></div>"
                   for n in range(16))),
]  # fmt: skip

ARTICLES = [
    page(article(), "<title>Just a moment: how the ferry talks were saved</title>"),
    page(article(), "<title>Error 404 in the timetable: page not found, islanders say</title>"),
    page(article("<h2>Before you continue: what consent to cookies means</h2>")),
    page(article("<p>“Sign in or stay out,” the owners told the crews. Subscribers only laughed.</p>")),
    site("Ferry crews to walk out", article() + "<p>Accept all cookies</p><p>Sign in</p>"),
    page(f"<article><h1>Ferry crews to walk out</h1><p>{PARAGRAPHS[0]}</p></article>"),
]


@pytest.mark.parametrize("html", ERRORS)
def test_an_error_page(html: str) -> None:
    got = read(html)
    assert got.kind == "error" or (got.error and "shows no text" in got.error)


@pytest.mark.parametrize("html", CONSENT)
def test_a_consent_wall(html: str) -> None:
    got = read(html)
    assert got.kind == "consent" or (got.error and "shows no text" in got.error)


@pytest.mark.parametrize("html", PAYWALLS)
def test_a_paywalls_stub_or_a_login(html: str) -> None:
    assert read(html).kind == "paywall"


@pytest.mark.parametrize("html", INDEXES)
def test_an_index_of_links(html: str) -> None:
    assert read(html, url="https://post.example/").kind == "index"


@pytest.mark.parametrize("html", ARTICLES)
def test_an_article_that_sounds_like_one_of_them(html: str) -> None:
    got = read(html)
    assert (got.kind, got.error) == ("article", None)
    assert PARAGRAPHS[0] in got.text

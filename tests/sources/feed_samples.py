"""Feeds of every kind, invented: what publishers write, with their usual oddities. All are well-formed."""

from __future__ import annotations

RSS_2 = b"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
     xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
  <title>The Varno Courier</title><link>https://courier.example/</link><description>News of the port</description>
  <language>en-gb</language><managingEditor>editor@courier.example (The Editor)</managingEditor>
  <atom:link rel="self" href="https://courier.example/feed.xml"/>
  <image><title>Logo</title><url>https://courier.example/logo.png</url><link>https://courier.example/logo</link></image>
  <item>
    <title>Crane drivers &amp; tug crews <![CDATA[reject <em>third</em> offer]]></title>
    <link>https://courier.example/news/1?a=1&amp;b=2</link>
    <guid isPermaLink="false">courier-1</guid>
    <pubDate>Mon, 04 Mar 2024 09:30:00 +0100</pubDate>
    <dc:creator>Ilse Maren</dc:creator>
    <description>&lt;p&gt;A short teaser.&lt;/p&gt;</description>
    <content:encoded><![CDATA[<p>The whole article, which is longer than its teaser.</p>
<p>Second paragraph.</p>]]></content:encoded>
    <category>Port</category><enclosure url="https://courier.example/1.mp3" type="audio/mpeg" length="1"/>
  </item>
  <item>
    <title>A permanent link alone</title>
    <guid>https://courier.example/news/2</guid>
    <pubDate>Mon, 04 Mar 2024 10:00:00 GMT</pubDate>
    <author>tomas@courier.test (Tomas Reh)</author>
    <description>Plain &amp;amp; simple</description>
  </item>
  <item><title>No date, no id</title><link>/news/3</link><description/></item>
  <item><description>An item with nothing but its text</description></item>
</channel></rss>"""

RSS_0_91 = b"""<?xml version="1.0"?>
<rss version="0.91"><channel><title>Old News</title><link>http://old.example/</link>
<item><title>One</title><link>http://old.example/1</link><description>First of all</description></item>
<item><title>Two &#8212; more</title><link>http://old.example/2</link></item>
</channel></rss>"""

RDF = b"""<?xml version="1.0" encoding="iso-8859-1"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
         xmlns:dc="http://purl.org/dc/elements/1.1/" xml:lang="fr">
<channel rdf:about="http://rdf.example/"><title>Le Caf\xe9</title><link>http://rdf.example/</link></channel>
<item rdf:about="http://rdf.example/1"><title>Un accord trouv\xe9</title><link>http://rdf.example/1</link>
<description>R\xe9sum\xe9</description><dc:date>2024-03-04T09:30:00+01:00</dc:date><dc:creator>A. Auteur</dc:creator></item>
</rdf:RDF>"""

ATOM = b"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" xml:base="https://atom.example/blog/">
  <title type="html">Talks &amp;amp; Terms</title><id>tag:atom.example,2024:blog</id>
  <link rel="self" href="feed.atom"/><link rel="alternate" href="https://atom.example/blog/"/>
  <author><name>The House</name></author><updated>2024-03-04T10:00:00Z</updated>
  <entry>
    <title type="text">Less &lt; more</title><id>tag:atom.example,2024:1</id>
    <link rel="alternate" type="text/html" href="first"/><link rel="enclosure" href="/a.mp3" type="audio/mpeg"/>
    <link rel="replies" type="text/html" href="first#comments"/>
    <published>2024-03-04T09:30:00.123+01:00</published><updated>2024-03-04T10:00:00Z</updated>
    <author><name>Anna Writer</name><email>anna@atom.example</email></author><author><name>Ben Other</name></author>
    <summary>Short</summary>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">
      <p>Inline <b>markup</b> &lt;here&gt;</p><p>More</p></div></content>
    <source><title>Elsewhere</title><id>tag:elsewhere</id><link href="https://elsewhere.example/"/></source>
  </entry>
  <entry xml:lang="de">
    <title type="html">Ein &lt;i&gt;Titel&lt;/i&gt; &amp;uuml;ber alles</title><id>tag:atom.example,2024:2</id>
    <link href="https://atom.example/second"/><updated>2024-03-03T08:00:00Z</updated>
    <content type="html">&lt;p&gt;Der ganze Text.&lt;/p&gt;</content>
  </entry>
  <entry>
    <title>Plain</title><id>https://atom.example/third</id><updated>2024-03-02</updated>
    <content type="text">First paragraph &lt;not markup&gt;.

Second paragraph.</content>
  </entry>
</feed>"""

ATOM_0_3 = b"""<?xml version="1.0"?>
<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Older</title>
<link rel="alternate" type="text/html" href="http://o.example/"/>
<entry><title>Entry</title><id>urn:o:1</id><link rel="alternate" type="text/html" href="http://o.example/1"/>
<issued>2003-12-13T08:29:29-04:00</issued><modified>2003-12-13T18:30:02Z</modified>
<content type="text/html" mode="escaped">&lt;p&gt;Text&lt;/p&gt;</content></entry></feed>"""

MEDIA = b"""<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"><title>Videos</title>
<entry><id>yt:1</id><title>A round of talks</title><link rel="alternate" href="https://video.example/1"/>
<published>2024-03-04T09:30:00+00:00</published>
<media:group><media:title>Another title</media:title><media:content url="https://video.example/1.mp4"/>
<media:description>What is to be seen</media:description></media:group></entry></feed>"""

ODD_TEXT = b"""<?xml version="1.0"?>
<rss version="2.0"><channel><title>Odd &amp;quot;quotes&amp;quot;</title><link>http://odd.example/</link>
<item><title>We don&#146;t agree</title><link>http://odd.example/1</link>
<description>It&#146;s \xe2\x80\x9cquoted\xe2\x80\x9d</description></item>
<item><title>Caf\xc3\x83\xc2\xa9</title><link>http://odd.example/2</link></item>
<item><title>if a &lt; b and c &gt; d</title><link>http://odd.example/3</link></item>
<item><title>List&lt;String&gt; explained</title><link>http://odd.example/4</link></item>
<item><title>\x1b]0;owned\x07Bell &#x202e;and&#x200f; bidi</title><link>http://odd.example/5</link></item>
</channel></rss>"""

XML_FEEDS = {
    "RSS 2.0": RSS_2,
    "RSS 0.91": RSS_0_91,
    "RDF": RDF,
    "Atom": ATOM,
    "Atom 0.3": ATOM_0_3,
    "Media RSS": MEDIA,
    "odd text": ODD_TEXT,
}

JSON_FEED = b"""{"version": "https://jsonfeed.org/version/1.1", "title": "JSON News", "home_page_url": "https://json.example/",
"language": "en", "authors": [{"name": "The Desk"}], "items": [
{"id": "a1", "url": "https://json.example/1", "title": "One &amp; only", "content_html": "<p>Hello</p>",
 "date_published": "2024-03-04T09:30:00+01:00", "date_modified": "2024-03-05T00:00:00Z", "authors": [{"name": "Anna Writer"}]},
{"id": 2, "external_url": "https://other.example/2", "content_text": "Two lines\\n\\nand <more>"}]}"""

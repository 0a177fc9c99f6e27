package io.spellmesh.nodes.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class RssGetTest {
  @AutoClose
  private final LoopbackWeb web = new LoopbackWeb();

  private Trial reading(String feed) {
    web.reply(200, "application/xml", feed);
    return Trial.of(new RssGet()).in(web).set("feedUrl", web.base() + "/feed");
  }

  @Test
  void readsRss() {
    String feed = """
        <?xml version="1.0"?><rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>All</title>
        <item><title>One &amp; first</title><link>http://a.test/1</link><pubDate>Mon, 1 Jan 2024</pubDate>
         <media:title>no</media:title><description><![CDATA[<b>bold</b>]]></description></item>
        <item><title>Two</title></item></channel></rss>""";

    assertEquals("{'output':[{'title':'One & first','link':'http://a.test/1','date':'Mon, 1 Jan 2024',"
        + "'content':'<b>bold</b>'},{'title':'Two'}]}", reading(feed).outputsOfRun());
    assertEquals("{'output':[{'title':'One & first','link':'http://a.test/1','date':'Mon, 1 Jan 2024',"
        + "'content':'<b>bold</b>'}]}", reading(feed).set("fetchWay", "newest").outputsOfRun());
  }

  @Test
  void readsAtom() {
    assertEquals("{'output':[{'title':'One','link':'http://a.test/1','date':'2024-01-01','content':'said so'}]}",
        reading("<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>One</title><link href='http://a.test/1'/>"
            + "<updated>2024-01-01</updated><content type='xhtml'><div>said <b>so</b></div></content></entry></feed>")
            .outputsOfRun());
  }

  @Test
  void givesEntriesAsDocumentsToKeep() {
    String feed = "<rss><item><title>One</title><link>http://a.test/1</link><pubDate>Mon, 01 Jan 2024 10:00:00 GMT"
        + "</pubDate><description>said</description></item><item><title>Two</title><pubDate>lately</pubDate></item></rss>";

    assertEquals("{'output':[{'title':'One','description':'http://a.test/1','content':'said','type':'feed',"
        + "'date':'2024-01-01T10:00:00Z'},{'title':'Two','description':'','content':'Two','type':'feed'}]}",
        reading(feed).set("toDocument", "true").outputsOfRun());
  }

  @Test
  void fetchesNothingThatAFeedNames() {
    assertEquals("was answered with what is no feed, in line 1", reading(
        "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><rss><item><title>&x;</title></item></rss>").failure());
  }

  @Test
  void saysWhatIsNoFeed() {
    assertEquals("was answered with what is no feed, in line 2", reading("<rss>\n<item></rss>").failure());
    assertEquals("{'output':[]}", reading("<html/>").outputsOfRun());
    assertEquals("has no feed, needs its address, such as https://example.org/feed.xml",
        Trial.of(new RssGet()).in(web).failure());
  }
}

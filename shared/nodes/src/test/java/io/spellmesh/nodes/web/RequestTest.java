package io.spellmesh.nodes.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.nodes.Trial;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTest {
  @AutoClose
  private final LoopbackWeb web = new LoopbackWeb();

  private Trial request(String method) {
    return Trial.of(new Request()).in(web).set("url", web.base() + "/a?b=c").set("method", method);
  }

  @Test
  void whatFetchesSendsItsValuesAsQuery() {
    web.json("{'x':[1]}");

    assertEquals("{'output':{'x':[1]},'status':200}",
        request("get").given("who", "'Ada & Bob'").given("params", "{'n':1}").outputsOfRun());
    assertEquals(List.of("GET /a?b=c&who=Ada%20%26%20Bob&n=1"), web.heard());
  }

  @Test
  void whatBringsSendsThemAsJson() {
    web.reply(201, "text/plain; charset=ISO-8859-1", new byte[] {'c', (byte) 0xe9});

    assertEquals("{'output':'cé','status':201}",
        request("POST").given("who", "'Ada'").given("n", "1").outputsOfRun());
    assertEquals(List.of("POST /a?b=c application/json {\"who\":\"Ada\",\"n\":1}"), web.heard());
  }

  @Test
  void aWiredAddressAndHeadersWin() {
    web.json("1").json("2");
    request("get").value("url", Trial.json("'" + web.base() + "/wired'")).given("headers", "{'X-Mine':'wired'}")
        .set("headers", "{\"X-Mine\": \"card\"}").run();
    request("get").set("headers", "{\"X-Mine\": \"card\"}").run();

    assertEquals(List.of("GET /wired wired", "GET /a?b=c card"), web.heard());
  }

  @Test
  void encodesWhatAnAddressCannotHaveAndLeavesOutTheFragment() {
    web.json("1");
    Trial.of(new Request()).in(web).set("url", " " + web.base() + "/a b/ä|c%20d?q={x y}&r=1+1#top ")
        .given("n", "1").run();

    assertEquals(List.of("GET /a%20b/%C3%A4%7Cc%20d?q=%7Bx%20y%7D&r=1+1&n=1"), web.heard());
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://ex ample.org/", "http://ä.org/a b", "no address at all", "http://a\\@b/"})
  void neverRewritesAHost(String written) {
    assertEquals(written.replace("/a b", "/a%20b"), Address.of(written));
  }

  @Test
  void saysWhoAsks() {
    web.json("1").json("2").json("3");
    request("get").set("authentication", "bearer").set("credentials", "t0ken").run();
    request("get").set("authentication", "basic").set("credentials", "ada:pass").run();
    request("get").set("authentication", "header").set("credentials", "X-Mine: k: 1").run();

    assertEquals(List.of("GET /a?b=c Bearer t0ken", "GET /a?b=c Basic YWRhOnBhc3M=", "GET /a?b=c k: 1"), web.heard());
    assertEquals("authenticates by a header, which is written as Header: value",
        request("get").set("authentication", "header").set("credentials", "none").failure());
  }

  @Test
  void asksAgainWhereThatDoesNoHarm() {
    web.reply(503, "text/plain", "busy").json("1");
    Trial get = request("get");

    assertEquals("{'output':1,'status':200}", get.outputsOfRun());
    assertEquals(List.of("warn: was answered with status 503, asks again"), get.lines());
    web.reply(503, "text/plain", "busy");
    assertEquals("was answered with status 503: busy", request("post").failure());
    assertEquals(3, web.heard().size());
  }

  @Test
  void aStatusThatTellsOfAFailureIsOneUnlessItIsAskedFor() {
    web.reply(404, "application/json", "{\"why\":\"none\"}").reply(404, "application/json", "{\"why\":\"none\"}");

    assertEquals("was answered with status 404: {\"why\":\"none\"}", request("get").failure());
    assertEquals("{'output':{'why':'none'},'status':404}", request("get").set("fail", "false").outputsOfRun());
  }

  @Test
  void saysWhatIsMissing() {
    assertTrue(Trial.of(new Request()).in(web).failure().startsWith("input 'url': has no address"));
    assertEquals("has headers that are no object, such as {\"Accept\": \"text/plain\"}",
        request("get").set("headers", "Accept: text/plain").failure());
  }
}

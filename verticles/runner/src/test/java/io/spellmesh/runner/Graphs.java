package io.spellmesh.runner;

/** Small graphs as files have them. */
final class Graphs {
  private Graphs() {}

  /** Input, a node of a type between, Output "Output"; the middle is reached and given the input at a socket. */
  static String through(String type, String data, String inSocket, String outSocket) {
    return """
        {"id":"demo@0.1.0","nodes":{
         "1":{"id":1,"name":"Input","data":{"name":"Input","socketKey":"in-1"},"inputs":{},
          "outputs":{"trigger":{"connections":[{"node":2,"input":"trigger","data":{}}]},
           "output":{"connections":[{"node":2,"input":"%3$s","data":{}}]}},"position":[0,0]},
         "2":{"id":2,"name":"%1$s","data":%2$s,"inputs":{
           "trigger":{"connections":[{"node":1,"output":"trigger","data":{}}]},
           "%3$s":{"connections":[{"node":1,"output":"output","data":{}}]}},
          "outputs":{"trigger":{"connections":[{"node":3,"input":"trigger","data":{}}]},
           "%4$s":{"connections":[{"node":3,"input":"input","data":{}}]}},"position":[100,0]},
         "3":{"id":3,"name":"Output","data":{"name":"Output","socketKey":"out-3"},"inputs":{
           "trigger":{"connections":[{"node":2,"output":"trigger","data":{}}]},
           "input":{"connections":[{"node":2,"output":"%4$s","data":{}}]}},"outputs":{},"position":[200,0]}}}
        """.formatted(type, data, inSocket, outSocket);
  }

  /** Input, a node that asks a person, Output "Output". */
  static String asking(String choices) {
    return through("Human Input", "{\"choices\":\"" + choices + "\"}", "question", "output");
  }

  /** Two nodes that ask people, at once: 2 for Output "Output", 4 for Output "Other". */
  static String askingTwo() {
    return """
        {"id":"demo@0.1.0","nodes":{
         "1":{"id":1,"name":"Input","data":{"name":"Input","socketKey":"in-1"},"inputs":{},"outputs":{
           "trigger":{"connections":[{"node":2,"input":"trigger","data":{}},{"node":4,"input":"trigger","data":{}}]}},
          "position":[0,0]},
         "2":{"id":2,"name":"Human Input","data":{"question":"one?"},"inputs":{
           "trigger":{"connections":[{"node":1,"output":"trigger","data":{}}]}},"outputs":{
           "trigger":{"connections":[{"node":3,"input":"trigger","data":{}}]},
           "output":{"connections":[{"node":3,"input":"input","data":{}}]}},"position":[100,0]},
         "3":{"id":3,"name":"Output","data":{"name":"Output"},"inputs":{
           "trigger":{"connections":[{"node":2,"output":"trigger","data":{}}]},
           "input":{"connections":[{"node":2,"output":"output","data":{}}]}},"outputs":{},"position":[200,0]},
         "4":{"id":4,"name":"Human Input","data":{"question":"other?"},"inputs":{
           "trigger":{"connections":[{"node":1,"output":"trigger","data":{}}]}},"outputs":{
           "trigger":{"connections":[{"node":5,"input":"trigger","data":{}}]},
           "output":{"connections":[{"node":5,"input":"input","data":{}}]}},"position":[100,0]},
         "5":{"id":5,"name":"Output","data":{"name":"Other"},"inputs":{
           "trigger":{"connections":[{"node":4,"output":"trigger","data":{}}]},
           "input":{"connections":[{"node":4,"output":"output","data":{}}]}},"outputs":{},"position":[200,0]}}}
        """;
  }

  static String sleeping(int seconds) {
    return through("Sleeping", "{\"seconds\":" + seconds + "}", "string", "output");
  }

  static String harmful(String gate) {
    return through("Harmful", "{\"gate\":\"" + gate + "\"}", "string", "output");
  }

  static String held(String gate) {
    return through("Held", "{\"gate\":\"" + gate + "\"}", "string", "output");
  }

  static String speaking(String gate) {
    return through("Speaking", "{\"gate\":\"" + gate + "\"}", "string", "output");
  }

  /** So many speeches at one gate, one after the other. */
  static String speakingAgain(String gate, int times) {
    return """
        {"id":"demo@0.1.0","nodes":{
         "1":{"id":1,"name":"Trigger In","data":{"name":"Start"},"inputs":{},"outputs":{
           "trigger":{"connections":[{"node":3,"input":"act1","data":{}}]}},"position":[0,0]},
         "2":{"id":2,"name":"Number Range","data":{"start":1,"end":%2$d,"step":1},"inputs":{},"outputs":{
           "output":{"connections":[{"node":3,"input":"array","data":{}}]}},"position":[0,100]},
         "3":{"id":3,"name":"ForEach","data":{},"inputs":{
           "act1":{"connections":[{"node":1,"output":"trigger","data":{}}]},
           "array":{"connections":[{"node":2,"output":"output","data":{}}]}},"outputs":{
           "act":{"connections":[{"node":4,"input":"trigger","data":{}}]},
           "done":{"connections":[{"node":5,"input":"trigger","data":{}}]}},"position":[100,0]},
         "4":{"id":4,"name":"Speaking","data":{"gate":"%1$s"},"inputs":{
           "trigger":{"connections":[{"node":3,"output":"act","data":{}}]}},"outputs":{},"position":[200,0]},
         "5":{"id":5,"name":"Trigger Out","data":{"name":"Done"},"inputs":{
           "trigger":{"connections":[{"node":3,"output":"done","data":{}}]}},"outputs":{},"position":[300,0]}}}
        """.formatted(gate, times);
  }

  static String repeat(int times) {
    return through("Repeat", "{\"times\":" + times + "}", "text", "output");
  }
}

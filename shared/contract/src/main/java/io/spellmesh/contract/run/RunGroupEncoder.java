package io.spellmesh.contract.run;

import java.util.Optional;
import java.util.UUID;

/** Writes the events of a {@link RunGroup} as they come, each once, into the group's message. */
public final class RunGroupEncoder {
  private final StringBuilder text = new StringBuilder(1024);
  private final RunEventText events = new RunEventText(text);
  private boolean begun;

  public RunGroupEncoder(UUID run, Optional<String> tab, int epoch) {
    text.append("{\"run\":\"").append(run).append('"');
    tab.ifPresent(name -> events.text(",\"tab\":", name));
    text.append(",\"epoch\":").append(epoch).append(",\"events\":[");
  }

  /** @return how many characters the message has now, its end not counted */
  public int add(RunEvent event) {
    if (begun) {
      text.append(',');
    }
    begun = true;
    events.write(event);
    return text.length();
  }

  /** Ends the message and gives it; nothing can be added after. */
  public String end() {
    return text.append("]}").toString();
  }
}

package io.spellmesh.contract.run;

import com.fasterxml.jackson.core.JsonGenerator;
import io.spellmesh.contract.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Optional;
import java.util.UUID;

/** Writes the events of a {@link RunGroup} as they come, each once, into the group's message. */
public final class RunGroupEncoder {
  private final StringBuilder text = new StringBuilder(1024);
  private final JsonGenerator json;

  public RunGroupEncoder(UUID run, Optional<String> tab, int epoch) {
    try {
      json = Wire.mapper().getFactory().createGenerator(new Text(text));
      json.writeStartObject();
      json.writeStringField("run", run.toString());
      if (tab.isPresent()) {
        json.writeStringField("tab", tab.get());
      }
      json.writeNumberField("epoch", epoch);
      json.writeArrayFieldStart("events");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** @return how many characters the message has now, its end not counted */
  public int add(RunEvent event) {
    try {
      RunEventWriter.write(event, json);
      return text.length() + json.getOutputBuffered();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the message and gives it; nothing can be added after. */
  public String end() {
    try {
      json.writeEndArray();
      json.writeEndObject();
      json.close();
      return text.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A writer into memory, without the lock of the one that Java has. */
  private static final class Text extends Writer {
    private final StringBuilder target;

    Text(StringBuilder target) {
      this.target = target;
    }

    @Override
    public void write(char[] characters, int offset, int length) {
      target.append(characters, offset, length);
    }

    @Override
    public void flush() {
      // There is nothing behind it.
    }

    @Override
    public void close() {
      // Nor anything to give back.
    }
  }
}

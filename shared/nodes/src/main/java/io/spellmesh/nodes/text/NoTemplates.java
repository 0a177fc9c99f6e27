package io.spellmesh.nodes.text;

import com.github.jknack.handlebars.io.TemplateLoader;
import com.github.jknack.handlebars.io.TemplateSource;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Loads nothing, from nowhere. The library's own loader reads the class path. */
final class NoTemplates implements TemplateLoader {

  @Override
  public TemplateSource sourceAt(String location) throws IOException {
    throw new FileNotFoundException("there are no other templates here");
  }

  @Override
  public String resolve(String location) {
    return location;
  }

  @Override
  public String getPrefix() {
    return "";
  }

  @Override
  public String getSuffix() {
    return "";
  }

  @Override
  public void setPrefix(String prefix) {
    // Nothing is loaded, from under no prefix either.
  }

  @Override
  public void setSuffix(String suffix) {
    // As for the prefix.
  }

  @Override
  public void setCharset(Charset charset) {
    // As for the prefix.
  }

  @Override
  public Charset getCharset() {
    return StandardCharsets.UTF_8;
  }
}

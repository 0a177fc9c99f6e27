package io.spellmesh.nodes.text;

import com.github.jknack.handlebars.Context;
import com.github.jknack.handlebars.EscapingStrategy;
import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.HandlebarsException;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.NodeRun;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A text in which values are filled in, in the Handlebars language: names, paths and blocks, and the helpers
 * {@code if}, {@code unless}, {@code each}, {@code with} and {@code lookup}. Nothing is escaped, because the
 * result is no HTML. Templates see JSON and nothing else; they load no files and call no methods.
 *
 * <p>A template comes from anyone, so all that it costs is bounded before it is spent: its size and nesting
 * before it is read, steps and characters while it is filled.
 */
public final class Template {
  private static final int CACHED_CHARACTERS = 2_000_000;
  private static final int CACHED_TEMPLATES = 500;
  private static final Handlebars LANGUAGE = new Handlebars(new NoTemplates())
      .with(new TemplateBlocks()).with(EscapingStrategy.NOOP)
      // As in the language's first implementation: a name is not looked for in outer blocks,
      .parentScopeResolution(false)
      // and a block's tag that is alone on its line takes the line away.
      .prettyPrint(true);
  private static final Cache CACHE = new Cache();

  private final com.github.jknack.handlebars.Template compiled;

  private Template(com.github.jknack.handlebars.Template compiled) {
    this.compiled = compiled;
  }

  /** @throws NodeFailure if it is no template, or beyond a bound */
  public static Template of(String text) {
    Optional<Template> known = CACHE.find(text);
    if (known.isPresent()) {
      return known.get();
    }
    TemplateBounds.check(text);
    Template fresh = new Template(compile(text));
    CACHE.keep(text, fresh);
    return fresh;
  }

  private static com.github.jknack.handlebars.Template compile(String text) {
    try {
      return LANGUAGE.compileInline(text);
    } catch (HandlebarsException wrong) {
      throw new NodeFailure("the template cannot be read" + place(wrong));
    } catch (IOException | RuntimeException wrong) {
      // The library's reporter stumbles over some mistakes itself, and then cannot say where they are.
      throw new NodeFailure("the template cannot be read");
    } finally {
      PathNames.forgetSomeAfter(text.length());
    }
  }

  /** @throws NodeFailure if the template asks for what there is not, or its result is beyond a bound */
  public String filled(NodeRun run) {
    Rendering rendering = new Rendering();
    Context context = Context.newBuilder(Seen.inputsOf(run)).resolver(new SeenResolver(rendering)).build();
    context.data(Rendering.KEY, rendering);
    try {
      compiled.apply(context, rendering);
      return rendering.text();
    } catch (HandlebarsException wrapped) {
      if (wrapped.getCause() instanceof NodeFailure own) {
        throw own;
      }
      throw new NodeFailure("the template cannot be filled" + place(wrapped));
    } catch (IOException never) {
      throw new IllegalStateException("text is kept in memory", never);
    }
  }

  private static String place(HandlebarsException wrong) {
    return Optional.ofNullable(wrong.getError())
        .map(error -> ": look at line " + error.line + ", column " + error.column).orElse("");
  }

  /** The templates used last. A template is read anew if it was not used for long. */
  private static final class Cache {
    private final Map<String, Template> kept = new LinkedHashMap<>(16, 0.75f, true);
    private int characters;

    synchronized Optional<Template> find(String text) {
      return Optional.ofNullable(kept.get(text));
    }

    synchronized void keep(String text, Template template) {
      if (kept.put(text, template) == null) {
        characters += text.length();
      }
      var oldest = kept.keySet().iterator();
      while (characters > CACHED_CHARACTERS || kept.size() > CACHED_TEMPLATES) {
        characters -= oldest.next().length();
        oldest.remove();
      }
    }
  }
}

package io.spellmesh.nodes.text;

import com.github.jknack.handlebars.Context;
import com.github.jknack.handlebars.Decorator;
import com.github.jknack.handlebars.Helper;
import com.github.jknack.handlebars.HelperRegistry;
import com.github.jknack.handlebars.Options;
import com.github.jknack.handlebars.TagType;
import com.github.jknack.handlebars.Template;
import io.spellmesh.engine.node.NodeFailure;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.Charset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The helpers that templates may use, and no way to add one. They are not the library's: its own gather what
 * they write in memory without a bound, and it has others that log, load and compile.
 */
final class TemplateBlocks implements HelperRegistry {
  private final Map<String, Helper<?>> helpers = Map.of(
      "if", (Helper<Object>) (value, options) -> choose(!isFalse(value, options), options),
      "unless", (Helper<Object>) (value, options) -> choose(isFalse(value, options), options),
      "each", (Helper<Object>) TemplateBlocks::each,
      "with", (Helper<Object>) TemplateBlocks::with,
      "lookup", (Helper<Object>) TemplateBlocks::lookup,
      HELPER_MISSING, (Helper<Object>) TemplateBlocks::missing);

  /** As the language has it: nothing, false, 0, empty text and an empty list. */
  private static boolean isFalse(Object value, Options options) {
    return switch (value) {
      case null -> true;
      case Boolean flag -> !flag;
      case CharSequence text -> text.isEmpty();
      case List<?> list -> list.isEmpty();
      case Seen.Numeral number -> number.isZero() && !Boolean.TRUE.equals(options.hash("includeZero"));
      case Number number -> number.doubleValue() == 0 && !Boolean.TRUE.equals(options.hash("includeZero"));
      default -> false;
    };
  }

  private static Object choose(boolean first, Options options) throws IOException {
    return write(first ? options.fn : options.inverse, options.context, options);
  }

  private static Object with(Object value, Options options) throws IOException {
    boolean isZero = value instanceof Seen.Numeral;
    if (!isZero && isFalse(value, options)) {
      return write(options.inverse, options.context, options);
    }
    return write(options.fn, named(options.wrap(value), options, List.of(value)), options);
  }

  private static Object each(Object value, Options options) throws IOException {
    int count = 0;
    if (value instanceof List<?> list) {
      for (Object element : list) {
        round(element, count, count, count == list.size() - 1, options);
        count++;
      }
    } else if (value instanceof Seen.Fields fields) {
      int last = fields.object().size() - 1;
      for (var field : fields.entries()) {
        round(Seen.of(field.getValue()).orElse(""), field.getKey(), count, count == last, options);
        count++;
      }
    }
    return count == 0 ? write(options.inverse, options.context, options) : "";
  }

  private static void round(Object element, Object key, int index, boolean isLast, Options options)
      throws IOException {
    Context round = Context.newBuilder(options.context, element).combine("@key", key)
        .combine("@index", index).combine("@first", index == 0).combine("@last", isLast).build();
    write(options.fn, named(round, options, List.of(element, key)), options);
  }

  /** The names that a block gives to its values: {@code as |element index|}. */
  private static Context named(Context context, Options options, List<Object> values) {
    return options.blockParams.isEmpty() ? context
        : Context.newBlockParamContext(context, options.blockParams, values);
  }

  private static Object lookup(Object value, Options options) {
    Optional<Object> found = switch (value) {
      case Seen.Fields fields -> fields.find(String.valueOf(options.<Object>param(0, "")));
      case List<?> list -> element(list, String.valueOf(options.<Object>param(0, "")));
      case null, default -> Optional.empty();
    };
    return found.orElse("");
  }

  private static Optional<Object> element(List<?> list, String index) {
    try {
      int at = Integer.parseInt(index);
      return at >= 0 && at < list.size() ? Optional.of(list.get(at)) : Optional.empty();
    } catch (NumberFormatException noIndex) {
      return Optional.empty();
    }
  }

  /** Where a value is missing, there is nothing to show; where a helper is, a person must know. */
  private static Object missing(Object value, Options options) throws IOException {
    if (options.<Integer>data(Context.PARAM_SIZE) > 0 || !options.hash.isEmpty()) {
      throw new NodeFailure("the template uses a helper '" + options.helperName
          + "', which is not known here; there are if, unless, each, with and lookup");
    }
    if (options.tagType != TagType.SECTION) {
      return "";
    }
    // An inverted block is one of unless to the library.
    boolean isInverted = options.helperName.equals("unless");
    return write(isInverted ? options.fn : options.inverse, options.context, options);
  }

  /** Straight to where the whole template is written, whose bound holds inside of blocks too. */
  private static Object write(Template body, Context context, Options options) throws IOException {
    Rendering rendering = options.data(Rendering.KEY);
    rendering.step();
    body.apply(context, rendering);
    return "";
  }

  /** The library's way to say that there is none is null. */
  @Override
  @SuppressWarnings("unchecked")
  public <C> Helper<C> helper(String name) {
    return (Helper<C>) helpers.get(name);
  }

  @Override
  public Set<Map.Entry<String, Helper<?>>> helpers() {
    return new HashSet<>(helpers.entrySet());
  }

  @Override
  public Decorator decorator(String name) {
    throw new NodeFailure("the template uses a decorator '" + name + "', which is not known here");
  }

  @Override
  public <H> HelperRegistry registerHelper(String name, Helper<H> helper) {
    throw closed();
  }

  @Override
  public <H> HelperRegistry registerHelperMissing(Helper<H> helper) {
    throw closed();
  }

  @Override
  public HelperRegistry registerHelpers(Object source) {
    throw closed();
  }

  @Override
  public HelperRegistry registerHelpers(Class<?> source) {
    throw closed();
  }

  @Override
  public HelperRegistry registerHelpers(URI location) {
    throw closed();
  }

  @Override
  public HelperRegistry registerHelpers(File source) {
    throw closed();
  }

  @Override
  public HelperRegistry registerHelpers(String name, Reader source) {
    throw closed();
  }

  @Override
  public HelperRegistry registerHelpers(String name, InputStream source) {
    throw closed();
  }

  @Override
  public HelperRegistry registerHelpers(String name, String source) {
    throw closed();
  }

  @Override
  public HelperRegistry registerDecorator(String name, Decorator decorator) {
    throw closed();
  }

  @Override
  public HelperRegistry setCharset(Charset charset) {
    return this;
  }

  private static UnsupportedOperationException closed() {
    return new UnsupportedOperationException("the helpers of templates are fixed");
  }
}

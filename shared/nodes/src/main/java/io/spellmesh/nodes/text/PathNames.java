package io.spellmesh.nodes.text;

import com.github.jknack.handlebars.PathCompiler;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Keeps the library from filling the memory: it remembers every path of every template for ever, in a static
 * map that it gives no access to, and templates come from anyone. Forgetting costs nothing but reading again.
 */
final class PathNames {
  private static final long CHARACTERS = 1_000_000;
  private static final Map<?, ?> REMEMBERED = remembered();
  private static final AtomicLong READ = new AtomicLong();

  private PathNames() {}

  /** @param characters how much was read just now */
  static void forgetSomeAfter(int characters) {
    if (READ.addAndGet(characters) > CHARACTERS) {
      READ.set(0);
      REMEMBERED.clear();
    }
  }

  static int count() {
    return REMEMBERED.size();
  }

  private static Map<?, ?> remembered() {
    try {
      Field cache = PathCompiler.class.getDeclaredField("cache");
      cache.setAccessible(true);
      return (Map<?, ?>) cache.get(PathCompiler.class);
    } catch (ReflectiveOperationException otherVersion) {
      throw new IllegalStateException("this version of the library remembers paths elsewhere", otherVersion);
    }
  }
}

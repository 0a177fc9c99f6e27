package io.spellmesh.kit.config;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Makes config records of settings. Reflection, because it is the one place that knows every section. */
final class Binding {
  private final Map<String, Setting> settings;
  private final List<String> mistakes = new ArrayList<>();

  private Binding(Map<String, Setting> settings) {
    this.settings = settings;
  }

  static <T> T of(Class<T> type, String path, Map<String, Setting> settings) {
    Binding binding = new Binding(settings);
    Optional<T> bound = binding.section(path, type);
    return bound.orElseThrow(() -> new ConfigurationException(binding.mistakes));
  }

  /** Empty if there was a mistake. */
  private <T> Optional<T> section(String path, Class<T> type) {
    RecordComponent[] components = type.getRecordComponents();
    List<Optional<?>> values = Arrays.stream(components)
        .<Optional<?>>map(component -> component(path + "." + kebab(component.getName()), component))
        .toList();
    if (values.stream().anyMatch(Optional::isEmpty)) {
      return Optional.empty();
    }
    Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    return construct(path, type, types, values.stream().map(Optional::get).toArray());
  }

  private Optional<?> component(String key, RecordComponent component) {
    if (component.getType().isRecord()) {
      return section(key, component.getType());
    }
    Setting setting = settings.get(key);
    if (setting == null) {
      throw new IllegalStateException("mesh.yaml has no key " + key + ", which "
          + component.getDeclaringRecord().getSimpleName() + " asks for");
    }
    return value(key, component.getGenericType(), setting);
  }

  private Optional<?> value(String key, Type type, Setting setting) {
    if (type instanceof ParameterizedType generic && generic.getRawType() == Optional.class) {
      return setting.value().isAbsent()
          ? Optional.of(Optional.empty())
          : value(key, argument(generic), setting).map(Optional::of);
    }
    if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
      return list(key, argument(generic), setting);
    }
    return switch (setting.value()) {
      case Setting.Text(String text) -> scalar(key, (Class<?>) type, text, setting);
      case Setting.Items _ -> refused(key, setting, "must be one value, not a list");
    };
  }

  private Optional<?> list(String key, Class<?> type, Setting setting) {
    return switch (setting.value()) {
      case Setting.Items(List<String> items) -> {
        List<Optional<?>> values = items.stream()
            .<Optional<?>>map(item -> scalar(key, type, item, setting))
            .toList();
        yield values.stream().anyMatch(Optional::isEmpty)
            ? Optional.empty()
            : Optional.of(values.stream().map(Optional::get).toList());
      }
      case Setting.Text _ -> refused(key, setting, "must be a list");
    };
  }

  private Optional<?> scalar(String key, Class<?> type, String text, Setting setting) {
    try {
      return Optional.of(Scalars.read(type, text));
    } catch (IllegalArgumentException e) {
      return refused(key, setting, e.getMessage());
    }
  }

  private Optional<?> refused(String key, Setting setting, String wanted) {
    mistakes.add(
        setting.origin() + ": " + key + " is " + Masking.quoted(key, setting.value()) + ", " + wanted);
    return Optional.empty();
  }

  private <T> Optional<T> construct(String path, Class<T> type, Class<?>[] types, Object[] values) {
    try {
      Constructor<T> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return Optional.of(constructor.newInstance(values));
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException refused) {
        String message = String.valueOf(refused.getMessage());
        mistakes.add(message.startsWith(path + ".") ? message : path + ": " + message);
        return Optional.empty();
      }
      throw new IllegalStateException("cannot make a " + type.getSimpleName(), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make a " + type.getSimpleName(), e);
    }
  }

  private static Class<?> argument(ParameterizedType generic) {
    return (Class<?>) generic.getActualTypeArguments()[0];
  }

  private static String kebab(String camel) {
    return camel.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}

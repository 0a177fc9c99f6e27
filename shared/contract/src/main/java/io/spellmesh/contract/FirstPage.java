package io.spellmesh.contract;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;

/** Who names no page of a list means the first. */
final class FirstPage extends DelegatingDeserializer {
  private static final long serialVersionUID = 1L;

  private FirstPage(JsonDeserializer<?> pages) {
    super(pages);
  }

  static BeanDeserializerModifier whereNoneIsNamed() {
    return new BeanDeserializerModifier() {
      private static final long serialVersionUID = 1L;

      @Override
      public JsonDeserializer<?> modifyDeserializer(
          DeserializationConfig config, BeanDescription type, JsonDeserializer<?> usual) {
        return type.getBeanClass() == Page.class ? new FirstPage(usual) : usual;
      }
    };
  }

  @Override
  protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> pages) {
    return new FirstPage(pages);
  }

  @Override
  public Object getAbsentValue(DeserializationContext context) {
    return Page.first();
  }

  @Override
  public Object getNullValue(DeserializationContext context) {
    return Page.first();
  }
}

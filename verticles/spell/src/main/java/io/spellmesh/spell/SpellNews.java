package io.spellmesh.spell;

import io.spellmesh.contract.Addresses;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.spell.Spells.Spell;
import io.spellmesh.contract.spell.Spells.SpellHead;
import io.spellmesh.contract.tab.News;
import io.vertx.core.Vertx;
import java.util.UUID;

/** Tells a user's open pages, whichever process has them, what is other than they may have it. */
final class SpellNews {
  private final Vertx vertx;

  SpellNews(Vertx vertx) {
    this.vertx = vertx;
  }

  void changed(UUID owner, SpellHead spell) {
    tell(owner, News.changed(spell.id(), spell.version()));
  }

  void changed(UUID owner, Spell spell) {
    tell(owner, News.changed(spell.id(), spell.version()));
  }

  void gone(UUID owner, UUID spell) {
    tell(owner, News.gone(spell));
  }

  /** Several at once. */
  void spells(UUID owner) {
    tell(owner, News.of(News.Kind.SPELLS));
  }

  void projects(UUID owner) {
    tell(owner, News.of(News.Kind.PROJECTS));
  }

  private void tell(UUID owner, News news) {
    vertx.eventBus().publish(Addresses.userOf(owner), Wire.body(news));
  }
}

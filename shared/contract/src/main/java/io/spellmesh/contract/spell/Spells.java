package io.spellmesh.contract.spell;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Mistake;
import io.spellmesh.contract.Nothing;
import io.spellmesh.contract.Operation;
import io.spellmesh.contract.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Projects of spells, and their versions. A spell of another user is answered as one that does not
 * exist.
 */
public interface Spells {
  int LONGEST_NAME = 200;

  Operation<NewSpell, Spell> CREATE = Operation.at("spellmesh.spell.create", NewSpell.class, Spell.class);
  Operation<Which, Spell> GET = Operation.at("spellmesh.spell.get", Which.class, Spell.class);
  Operation<Some, SpellPage> LIST = Operation.at("spellmesh.spell.list", Some.class, SpellPage.class);
  /** Saves a new version; CONFLICT if {@code base} is not the newest. */
  Operation<Change, Spell> UPDATE = Operation.at("spellmesh.spell.update", Change.class, Spell.class);
  /** Saves a new version made by a patch; CONFLICT, naming the newest version, if {@code base} is not it. */
  Operation<Patch, SpellHead> PATCH = Operation.at("spellmesh.spell.patch", Patch.class, SpellHead.class);
  /** Puts a spell into another project of its owner; its versions stay as they are. */
  Operation<Move, SpellHead> MOVE = Operation.at("spellmesh.spell.move", Move.class, SpellHead.class);
  /** Takes a spell and all its versions away for good; BAD_REQUEST if one version is named. */
  Operation<Which, Nothing> DELETE = Operation.at("spellmesh.spell.delete", Which.class, Nothing.class);
  Operation<Versions, VersionPage> VERSIONS =
      Operation.at("spellmesh.spell.versions", Versions.class, VersionPage.class);
  /** Marks a version as the published one; an earlier version rolls back to it. */
  Operation<Publish, SpellHead> PUBLISH =
      Operation.at("spellmesh.spell.publish", Publish.class, SpellHead.class);
  /** Saves every spell of a file in any format spells were ever saved in. */
  Operation<Import, Imported> IMPORT = Operation.at("spellmesh.spell.import", Import.class, Imported.class)
      .withPatience(Duration.ofSeconds(30));
  Operation<Which, Exported> EXPORT = Operation.at("spellmesh.spell.export", Which.class, Exported.class);
  /**
   * The spell that a Spell node of another names: by its id, else by an id it had in the file it came from,
   * else by its exact name, the newest first. Ids and names count in the project of {@code within}; our own
   * ids are found in the caller's other projects too.
   */
  Operation<Reference, Spell> FIND = Operation.at("spellmesh.spell.find", Reference.class, Spell.class);

  /** What a spell remembers before any run of it has changed that. */
  Operation<Which, FirstState> FIRST_STATE =
      Operation.at("spellmesh.spell.first-state", Which.class, FirstState.class);

  Operation<NewProject, Project> PROJECT_CREATE =
      Operation.at("spellmesh.spell.project-create", NewProject.class, Project.class);
  Operation<ProjectOf, Project> PROJECT_GET =
      Operation.at("spellmesh.spell.project-get", ProjectOf.class, Project.class);
  Operation<Page, ProjectPage> PROJECT_LIST =
      Operation.at("spellmesh.spell.project-list", Page.class, ProjectPage.class);
  Operation<RenamedProject, Project> PROJECT_RENAME =
      Operation.at("spellmesh.spell.project-rename", RenamedProject.class, Project.class);
  /** Refused with CONFLICT while it holds spells, and for the last project. */
  Operation<ProjectOf, Nothing> PROJECT_DELETE =
      Operation.at("spellmesh.spell.project-delete", ProjectOf.class, Nothing.class);
  Operation<ProjectOf, Exported> PROJECT_EXPORT =
      Operation.at("spellmesh.spell.project-export", ProjectOf.class, Exported.class)
          .withPatience(Duration.ofSeconds(30));

  /** @param project the caller's first project if absent */
  record NewSpell(String name, Optional<UUID> project, ObjectNode graph) {
    public NewSpell {
      checkName(name);
      Objects.requireNonNull(graph, "graph is missing, must be an object with nodes");
      Plain.require("graph", graph);
    }
  }

  /** @param version the newest if absent */
  record Which(UUID spell, Optional<Integer> version) {
    public Which {
      Objects.requireNonNull(spell, "spell is missing");
    }
  }

  /** By what a list of spells is sorted, the newest first. */
  enum Order {
    /** Whoever walks all pages sees each spell once, whatever is saved meanwhile. */
    @JsonProperty("created") CREATED,
    /** What is saved meanwhile is on the first page, and not on one that comes later. */
    @JsonProperty("changed") CHANGED
  }

  /**
   * @param name  a part of the name, in any case
   * @param order by creation if absent
   */
  record Some(Optional<UUID> project, Optional<String> name, Optional<Order> order, Page page) {
    public Some {
      page = Objects.requireNonNullElseGet(page, Page::first);
      name.ifPresent(part -> checkText("name", part));
    }

    /** By creation. */
    public Some(Optional<UUID> project, Optional<String> name, Page page) {
      this(project, name, Optional.empty(), page);
    }
  }

  /**
   * @param base  the version the change was made on
   * @param name  unchanged if absent
   * @param graph unchanged if absent, but then there is a name
   */
  record Change(UUID spell, int base, Optional<String> name, Optional<ObjectNode> graph) {
    public Change {
      Objects.requireNonNull(spell, "spell is missing");
      name.ifPresent(Spells::checkName);
      graph.ifPresent(changed -> Plain.require("graph", changed));
      if (name.isEmpty() && graph.isEmpty()) {
        throw new IllegalArgumentException("nothing is changed, must have a name or a graph");
      }
    }
  }

  /**
   * @param base  the version the patch was made on
   * @param patch RFC 6902, applied to {@code {"name":…,"graph":…}}
   */
  record Patch(UUID spell, int base, JsonNode patch) {
    public Patch {
      Objects.requireNonNull(spell, "spell is missing");
      if (!patch.isArray()) {
        throw new IllegalArgumentException("patch is not a list, must be a list of operations (RFC 6902)");
      }
    }
  }

  record Move(UUID spell, UUID project) {
    public Move {
      Objects.requireNonNull(spell, "spell is missing");
      Objects.requireNonNull(project, "project is missing");
    }
  }

  record Versions(UUID spell, Page page) {
    public Versions {
      Objects.requireNonNull(spell, "spell is missing");
      page = Objects.requireNonNullElseGet(page, Page::first);
    }
  }

  record Publish(UUID spell, int version) {
    public Publish {
      Objects.requireNonNull(spell, "spell is missing");
    }
  }

  /**
   * @param file    the parsed file
   * @param project the caller's first project if absent
   */
  record Import(JsonNode file, Optional<UUID> project) {
    public Import {
      Objects.requireNonNull(file, "file is missing");
      Plain.require("file", file);
    }
  }

  record Imported(List<SpellName> spells, List<Mistake> warnings) {}

  record SpellName(UUID id, String name) {}

  /** @param file what {@link #IMPORT} reads back to the same graph */
  record Exported(ObjectNode file) {}

  /**
   * @param within   a spell in whose project to look
   * @param idOrName id of a spell, the id it had in the file it came from, or its name
   */
  record Reference(UUID within, String idOrName) {
    public Reference {
      Objects.requireNonNull(within, "within is missing");
      Objects.requireNonNull(idOrName, "idOrName is missing");
      checkText("idOrName", idOrName);
    }
  }

  /**
   * @param version   from 1; every save is one more
   * @param published the version that is published, if any is
   */
  record Spell(UUID id, UUID project, String name, int version, Optional<Integer> published,
      ObjectNode graph, Instant created, Instant updated) {}

  /** @param state by name, as the file has it that the spell came from; absent if that says nothing */
  record FirstState(Optional<ObjectNode> state) {}

  record SpellHead(UUID id, UUID project, String name, int version, Optional<Integer> published,
      Instant created, Instant updated) {}

  record SpellPage(List<SpellHead> items, Optional<String> next) {}

  record Version(int version, String name, Instant saved) {}

  record VersionPage(List<Version> items, Optional<String> next) {}

  record NewProject(String name) {
    public NewProject {
      checkName(name);
    }
  }

  record ProjectOf(UUID project) {
    public ProjectOf {
      Objects.requireNonNull(project, "project is missing");
    }
  }

  record RenamedProject(UUID project, String name) {
    public RenamedProject {
      Objects.requireNonNull(project, "project is missing");
      checkName(name);
    }
  }

  record Project(UUID id, String name, Instant created) {}

  record ProjectPage(List<Project> items, Optional<String> next) {}

  private static void checkName(String name) {
    Objects.requireNonNull(name, "name is missing, must have 1 to " + LONGEST_NAME + " characters");
    checkText("name", name);
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException("name is '" + Plain.shorten(name, 40) + "', must have 1 to "
          + LONGEST_NAME + " characters");
    }
  }

  private static void checkText(String what, String text) {
    if (text.indexOf('\u0000') >= 0) {
      throw new IllegalArgumentException(what + " holds a NUL character, must be plain text");
    }
    if (!Plain.isWhole(text)) {
      throw new IllegalArgumentException(what + " holds half a surrogate pair, must be whole Unicode");
    }
  }
}

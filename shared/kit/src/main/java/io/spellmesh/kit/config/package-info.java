/** Typed configuration: files over packed defaults, the environment over both, mistakes refused by name. */
package io.spellmesh.kit.config;

package io.spellmesh.kit.identity;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What of section {@code auth} every process needs.
 *
 * @param signingKey PEM file, the same for all processes of a mesh; absent means one generated under the
 *                   data folder
 * @param vaultKey   file of the key under which secrets of users are kept, likewise
 */
public record AuthConfig(Optional<Path> signingKey, Optional<Path> vaultKey) {}

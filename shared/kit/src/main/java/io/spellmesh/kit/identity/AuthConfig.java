package io.spellmesh.kit.identity;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What of section {@code auth} every process needs.
 *
 * @param signingKey PEM file, the same for all processes of a mesh; absent means one generated under the
 *                   data folder
 */
public record AuthConfig(Optional<Path> signingKey) {}

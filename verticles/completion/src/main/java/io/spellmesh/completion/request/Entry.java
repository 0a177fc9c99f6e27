package io.spellmesh.completion.request;

import io.spellmesh.contract.completion.Requests.Request;
import java.util.UUID;

/** A request of somebody's. */
public record Entry(UUID owner, Request request) {}

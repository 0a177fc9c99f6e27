package io.spellmesh.runner.live;

import io.spellmesh.contract.MeshClient;
import io.spellmesh.contract.stream.Streams;
import io.spellmesh.engine.run.Limits;
import io.spellmesh.kit.identity.TokenIssuer;
import io.spellmesh.runner.code.CodePool;
import io.spellmesh.runner.count.RunCount;
import io.spellmesh.runner.journal.Journal;
import io.spellmesh.runner.journal.StandingRuns;
import io.spellmesh.runner.journal.ValueStore;
import io.spellmesh.runner.plan.ProgramLoader;
import io.spellmesh.runner.state.StateStore;
import io.spellmesh.runner.web.Web;

/**
 * What every run of a process shares.
 *
 * @param owner id of the process, by which its runs know their owner
 */
public record Surroundings(String owner, Limits limits, Durability durability, ProgramLoader programs, Journal journal,
    ValueStore values, StandingRuns standing, MeshClient mesh, Streams streams, TokenIssuer issuer, RunCount count, CodePool code,
    StateStore states, Web web) {}

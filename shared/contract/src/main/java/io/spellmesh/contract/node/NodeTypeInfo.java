package io.spellmesh.contract.node;

import java.util.List;

/**
 * A node type as an editor needs it.
 *
 * @param type    stable kebab-case name
 * @param title   the last name people knew it by
 * @param aliases every older name; spells that use one still run
 * @param effect  {@code pure}, {@code read}, {@code idempotent} or {@code unsafe}: whether the body may be
 *                run again after a crash
 */
public record NodeTypeInfo(String type, String title, String group, String help, List<String> aliases,
    List<SocketInfo> inputs, List<SocketInfo> outputs, List<ControlInfo> controls, String effect) {}

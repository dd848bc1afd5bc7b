package org.incidentledger.core.decision;

/**
 * Why a command was refused.
 *
 * @param rule the rule that stands against it, stable for machines
 * @param message one sentence for people: the value, the limit or rule, and what to do
 */
public record Refusal(Rule rule, String message) {}

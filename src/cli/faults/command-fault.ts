import type { Command, CommanderError } from "commander";
import type { Diagnostic } from "../../diagnostics/index.js";
import { takenByOption } from "./taken-by-option.js";
import { unknownCommand } from "./unknown-command.js";
import { wrongCommand } from "./wrong-command.js";

/**
 * Thrown when parsing a command line ends early: at an error, or after printing help or the version. `cause` tells them
 * apart.
 */
export class CommandFault extends Error {
  readonly command: Command;
  override readonly cause: CommanderError;

  constructor(command: Command, cause: CommanderError) {
    super(cause.message);
    this.command = command;
    this.cause = cause;
  }
}

/** Returns the diagnostic (B44-506) for a command line that cannot be parsed. @param argv its words */
export function describeFault({ command, cause }: CommandFault, argv: readonly string[]): Diagnostic {
  const [word = "", second] = argv;
  const name = command.parent ? command.name() : "generate";
  switch (cause.code) {
    case "commander.help":
      return unknownCommand(second ?? "") ?? wrongCommand(name, `Unknown command ${second}.`, COMMANDS_HELP);
    case "commander.excessArguments":
      return (
        (word === name ? undefined : unknownCommand(command.args[0] ?? "")) ??
        wrongCommand(name, tooMany(command, word))
      );
    case "commander.missingArgument":
      return takenByOption(name, command.opts()) ?? wrongCommand(name, sentence(cause.message));
    case "commander.unknownOption":
      return wrongCommand(name, sentence(longer(command, cause.message)), ofOthers(command, cause.message));
    default:
      return wrongCommand(name, sentence(cause.message));
  }
}

const COMMANDS_HELP = "Run `b44-gen --help` for the commands.";

/** Returns the message for excess arguments. @param word the first word of the command line */
function tooMany(command: Command, word: string): string {
  const name = word === command.name() ? word : "b44-gen";
  const [wanted] = command.registeredArguments;
  const more = command.args.slice(wanted ? 1 : 0).map((argument) => `\`${argument}\``);
  if (!wanted) return `${name} takes no arguments, but got ${more.join(", ")}.`;
  return `${name} takes only one ${wanted.name().replace("api", "API")}, but also got ${more.join(", ")}.`;
}

/**
 * Returns the message for an unknown option. If commander suggests none, adds the only option of the command that
 * begins with it.
 */
function longer(command: Command, message: string): string {
  const begun = /'(--[^'=]+)'$/.exec(message)?.[1];
  const options = command.options.flatMap(({ long }) => (begun && long?.startsWith(begun) ? [long] : []));
  return options.length === 1 ? `${message}\n(Did you mean ${options[0]}?)` : message;
}

/** Returns a sentence that names the commands with an unknown option; undefined if none has it. */
function ofOthers(command: Command, message: string): string | undefined {
  const option = /'(--?[^'=]+)/.exec(message)?.[1];
  const all = command.parent?.commands ?? command.commands;
  const having = all.filter(({ options }) => options.some(({ long, short }) => option === long || option === short));
  const names = having.map((other) => `\`b44-gen ${other.name()}\``);
  return names.length === 0 ? undefined : `${option} is an option of ${names.join(", ")}.`;
}

/** Converts one of commander's messages, such as `error: unknown option '--x'`, to a sentence. */
function sentence(message: string): string {
  const text = message
    .replace(/^error: /, "")
    .replace(/\n\(Did (you mean .+\?)\)$/, ": did $1")
    .trim();
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.?)]$/.test(text) ? "" : "."}`;
}

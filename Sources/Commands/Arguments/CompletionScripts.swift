import HCLParser

/// Completion scripts for shells, made from the declared commands and options.
struct CompletionScripts {
  var program: String
  var commands: [any Command]

  /// For bash 3.2 and later, without the bash-completion package.
  var bash: String {
    var text = """
      # bash completion for \(program): source it, or put it among the completion files
      _\(program)_names() {
        local name
        while IFS= read -r name; do COMPREPLY+=("$name"); done < <(compgen "$1" -- "$2")
      }
      _\(program)() {
        local word="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD-1]}" command="${COMP_WORDS[1]}"
        COMPREPLY=()
        # bash takes "--option=value" for three words
        if [ "$word" = "=" ]; then
          word=""
        elif [ "$previous" = "=" ]; then
          previous="${COMP_WORDS[COMP_CWORD-2]}"
        fi
        if [ "$COMP_CWORD" -eq 1 ]; then
          COMPREPLY=($(compgen -W "\(names.joined(separator: " ")) help" -- "$word"))
          return
        fi
        case "$command" in
          help) COMPREPLY=($(compgen -W "\(names.joined(separator: " "))" -- "$word")); return ;;

      """
    for command in commands {
      text += "    \(command.name))\n      case \"$previous\" in\n"
      for option in command.options.options {
        guard let reply = bashReply(option) else { continue }
        text += "        -\(option.name)|--\(option.name)) \(reply); return ;;\n"
      }
      text += "      esac\n"
      let flags = command.options.options.map { "--\($0.name)" }.joined(separator: " ")
      text += "      case \"$word\" in\n        -*) COMPREPLY=($(compgen -W \"\(flags)\" -- \"$word\")) ;;\n"
      text += "        *) \(bashReply(command.operandCompletion) ?? ":") ;;\n      esac ;;\n"
    }
    return text + "  esac\n}\ncomplete -o filenames -F _\(program) \(program)\n"
  }

  private func bashReply(_ option: CommandOption) -> String? {
    switch option.kind {
    case .flag: nil
    case .choice(let words): bashReply(.words(words))
    case .value(_, let completion): bashReply(completion) ?? ":"
    }
  }

  private func bashReply(_ completion: Completion) -> String? {
    switch completion {
    case .nothing: nil
    case .files: "_\(program)_names -f \"$word\""
    case .folders: "_\(program)_names -d \"$word\""
    case .words(let words): "COMPREPLY=($(compgen -W \"\(words.joined(separator: " "))\" -- \"$word\"))"
    }
  }

  var zsh: String {
    var text = "#compdef \(program)\n# zsh completion for \(program): put it as _\(program) into a folder of $fpath\n"
    text += "_\(program)() {\n  local -a commands\n  commands=(\n"
    for command in commands { text += "    \(quoted("\(command.name):\(command.summary)"))\n" }
    text += "    'help:say more about a command'\n  )\n"
    text += "  if (( CURRENT == 2 )); then\n    _describe command commands\n    return\n  fi\n"
    text += "  local command=$words[2]\n  shift words\n  (( CURRENT-- ))\n  case $command in\n"
    text += "    help) _describe command commands ;;\n"
    for command in commands {
      let lines =
        command.options.options.map { "      \(quoted(zshOption($0)))" } + [
          "      \(quoted("*:\(zshOperand(command))"))"
        ]
      text += "    \(command.name)) _arguments \\\n" + lines.joined(separator: " \\\n") + " ;;\n"
    }
    return text + "  esac\n}\ncompdef _\(program) \(program)\n"
  }

  private func zshOption(_ option: CommandOption) -> String {
    let summary = option.summary.replacingEach("[", with: "\\[").replacingEach("]", with: "\\]").replacingEach(
      ":", with: "\\:")
    let repeated = option.isRepeatable ? "*" : ""
    switch option.kind {
    case .flag(let isOn):
      return "\(repeated)--\(option.name)\(isOn ? "=-" : "")[\(summary)]\(isOn ? ":value:(false)" : "")"
    case .choice(let words): return "\(repeated)--\(option.name)=[\(summary)]:value:(\(words.joined(separator: " ")))"
    case .value(let placeholder, let completion):
      let name = placeholder.replacingEach(":", with: "\\:")
      return "\(repeated)--\(option.name)=[\(summary)]:\(name):\(zshAction(completion))"
    }
  }

  private func zshOperand(_ command: any Command) -> String {
    "\(command.operands.isEmpty ? "nothing" : command.operands.lowercased()):\(zshAction(command.operandCompletion))"
  }

  private func zshAction(_ completion: Completion) -> String {
    switch completion {
    case .nothing: " "
    case .files: "_files"
    case .folders: "_files -/"
    case .words(let words): "(\(words.joined(separator: " ")))"
    }
  }

  var fish: String {
    let first = "__fish_use_subcommand"
    var text = "# fish completion for \(program): put it as \(program).fish into ~/.config/fish/completions\n"
    text += "complete -c \(program) -f\n"
    for command in commands {
      text += "complete -c \(program) -n \(first) -a \(command.name) -d \(quoted(command.summary))\n"
    }
    text += "complete -c \(program) -n \(first) -a help -d 'say more about a command'\n"
    text += "complete -c \(program) -n '__fish_seen_subcommand_from help' -a \(quoted(names.joined(separator: " ")))\n"
    for command in commands {
      let here = "complete -c \(program) -n '__fish_seen_subcommand_from \(command.name)'"
      text += fishAction(command.operandCompletion).map { "\(here) \($0)\n" } ?? ""
      for option in command.options.options {
        text += "\(here) -l \(option.name) \(fishValue(option))-d \(quoted(option.summary))\n"
      }
    }
    return text
  }

  private func fishValue(_ option: CommandOption) -> String {
    switch option.kind {
    case .flag: ""
    case .choice(let words): "-x -a \(quoted(words.joined(separator: " "))) "
    case .value(_, .files): "-r -F "
    // Without an action of its own an option would be offered files.
    case .value(_, let completion): "-x " + (fishAction(completion).map { "\($0) " } ?? "")
    }
  }

  private func fishAction(_ completion: Completion) -> String? {
    switch completion {
    case .nothing: nil
    case .files: "-F"
    case .folders: "-a '(__fish_complete_directories)'"
    case .words(let words): "-a \(quoted(words.joined(separator: " ")))"
    }
  }

  private var names: [String] { commands.map(\.name) }

  /// In single quotes, as the shells take it.
  private func quoted(_ text: String) -> String { "'\(text.replacingEach("'", with: "'\\''"))'" }
}

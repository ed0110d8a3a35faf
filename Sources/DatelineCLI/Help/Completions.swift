/// Completions for bash: commands first, then options, their values, and files.
func bashCompletions(_ commands: [Command]) -> String {
  var script = """
    # bash completion for dateline, made by: dateline help --format bash
    _dateline() {
      local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}
      local command= word
      for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        case $word in -*) ;; *) command=$word; break ;; esac
      done
      if [ -z "$command" ]; then
        COMPREPLY=($(compgen -W '\(commands.map(\.name.rawValue).joined(separator: " ")) --help --version' -- "$current"))
        return
      fi
      case $command in

    """
  for command in commands {
    script += "    \(command.name.rawValue))\n      case $previous in\n"
    for option in command.options where option.takesValue {
      let names = (option.short.map { "-\($0)|" } ?? "") + "--\(option.name)"
      let reply =
        switch option.value {
        case .one, .several:
          "COMPREPLY=($(compgen -W '\(option.choices.joined(separator: " "))' -- \"$current\"))"
        case .file: "COMPREPLY=($(compgen -f -- \"$current\"))"
        case .folder: "COMPREPLY=($(compgen -d -- \"$current\"))"
        default: "COMPREPLY=()"
        }
      script += "        \(names)) \(reply); return ;;\n"
    }
    let options = command.options.map { "--\($0.name)" }.joined(separator: " ")
    script += """
            esac
            case $current in
              -*) COMPREPLY=($(compgen -W '\(options)' -- "$current")) ;;
              *) COMPREPLY=(\(operandWords(of: command, among: commands))) ;;
            esac ;;

      """
  }
  script += """
      esac
    }
    complete -o filenames -F _dateline dateline

    """
  return script
}

/// What bash completes an operand with.
private func operandWords(of command: Command, among commands: [Command]) -> String {
  switch command.name {
  case .help:
    "$(compgen -W '\(commands.map(\.name.rawValue).joined(separator: " "))' -- \"$current\")"
  case .schema:
    "$(compgen -W '\(schemaNames.joined(separator: " "))' -- \"$current\")"
  case .licences, .version: ""
  default: "$(compgen -f -- \"$current\")"
  }
}

/// Completions for zsh.
func zshCompletions(_ commands: [Command]) -> String {
  var script = """
    #compdef dateline
    # zsh completion for dateline, made by: dateline help --format zsh
    _dateline() {
      local context state line
      typeset -A opt_args
      _arguments -C '--help[print help]' '--version[print the version]' '1:command:->command' \
    '*::argument:->argument'
      case $state in
        command)
          local -a commands=(

    """
  for command in commands {
    script += "        '\(command.name.rawValue):\(zshQuoted(command.summary))'\n"
  }
  script += """
          )
          _describe command commands ;;
        argument)
          case $line[1] in

    """
  for command in commands {
    script += "        \(command.name.rawValue)) _arguments"
    for option in command.options { script += " \\\n          \(zshSpecification(option))" }
    switch command.name {
    case .help:
      script +=
        " \\\n          '1:command:(\(commands.map(\.name.rawValue).joined(separator: " ")))'"
    case .schema: script += " \\\n          '1:schema:(\(schemaNames.joined(separator: " ")))'"
    case .licences, .version: break
    default: script += " \\\n          '*:input:_files'"
    }
    script += " ;;\n"
  }
  script += """
          esac ;;
      esac
    }
    _dateline "$@"

    """
  return script
}

private func zshSpecification(_ option: Option) -> String {
  let meaning = zshQuoted(option.meaning)
  var action = ""
  switch option.value {
  case .none: break
  case .one(let choices): action = ":\(option.argument):(\(choices.joined(separator: " ")))"
  case .several(let choices):
    action = ":\(option.argument):_values -s , \(option.name) \(choices.joined(separator: " "))"
  case .file: action = ":\(option.argument):_files"
  case .folder: action = ":\(option.argument):_files -/"
  default: action = ":\(option.argument): "
  }
  let star = option.isRepeatable ? "*" : ""
  if let short = option.short, !option.isRepeatable {
    return "'(-\(short) --\(option.name))'{-\(short),--\(option.name)}'[\(meaning)]\(action)'"
  }
  return "'\(star)--\(option.name)[\(meaning)]\(action)'"
}

private func zshQuoted(_ words: String) -> String {
  var quoted = ""
  for character in words {
    switch character {
    case "'": quoted += "'\\''"
    case "[", "]", ":": quoted += "\\\(character)"
    default: quoted.append(character)
    }
  }
  return quoted
}

/// Completions for fish.
func fishCompletions(_ commands: [Command]) -> String {
  var script = """
    # fish completion for dateline, made by: dateline help --format fish
    complete -c dateline -n __fish_use_subcommand -f -l help -s h -d 'print help'
    complete -c dateline -n __fish_use_subcommand -f -l version -d 'print the version'

    """
  for command in commands {
    script +=
      "complete -c dateline -n __fish_use_subcommand -f -a \(command.name.rawValue) "
      + "-d '\(fishQuoted(command.summary))'\n"
  }
  for command in commands {
    let place = "complete -c dateline -n '__fish_seen_subcommand_from \(command.name.rawValue)'"
    for option in command.options {
      var line = "\(place) -l \(option.name)"
      if let short = option.short { line += " -s \(short)" }
      switch option.value {
      case .none: break
      case .one, .several: line += " -x -a '\(option.choices.joined(separator: " "))'"
      case .file: line += " -r -F"
      case .folder: line += " -x -a '(__fish_complete_directories)'"
      default: line += " -x"
      }
      script += "\(line) -d '\(fishQuoted(option.meaning))'\n"
    }
    switch command.name {
    case .help:
      script += "\(place) -f -a '\(commands.map(\.name.rawValue).joined(separator: " "))'\n"
    case .schema: script += "\(place) -f -a '\(schemaNames.joined(separator: " "))'\n"
    default: break
    }
  }
  return script
}

private func fishQuoted(_ words: String) -> String {
  words.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "\\'")
}

# How the program is called.
cli_case("--version names this program, GDAL and PROJ" STATUS 0 ARGS --version
  OUT_MATCHES "^incursion [0-9]+\\.[0-9]+\\.[0-9]+\nGDAL [0-9]+\\.[0-9]+[^\n]*\nPROJ [0-9]+\\.[0-9]+[^\n]*\n$")
cli_case("help lists every command" STATUS 0 ARGS help
  OUT_MATCHES "^Usage: incursion COMMAND.*\n  run  .*\n  replay  .*\n  record  .*\n  tour  .*\n  train  .*\n  debrief  .*\n  claims  .*\n  export  .*\n  batch  .*\n  merge  .*\n  convert  .*\n  check  .*\n  borders  .*\n  help  .*Exit status: 0 done, 1 failed, 2 called wrongly")
cli_case("--help is help" STATUS 0 ARGS --help OUT_MATCHES "^Usage: incursion COMMAND")
foreach(command run replay record tour train debrief claims export batch merge convert check borders help)
  cli_case("help explains ${command}" STATUS 0 ARGS help ${command} OUT_MATCHES "^Usage: incursion ${command} ")
  cli_case("${command} --help explains it too" STATUS 0 ARGS ${command} --help OUT_MATCHES "^Usage: incursion ${command} ")
endforeach()

cli_case("no command is a wrong call that shows the help" STATUS 2 ARGS ERR_MATCHES "^Usage: incursion COMMAND")
cli_case("an unknown command is a wrong call with the list and a suggestion" STATUS 2 ARGS rnu
  ERR "incursion: there is no command 'rnu'@SEMICOLON@ did you mean 'run'? the commands are: run, replay, record, tour, train, debrief, claims, export, batch, merge, convert, check, borders, help
incursion: see 'incursion help'
")
cli_case("a word that is near no command gets the list alone" STATUS 2 ARGS bookmarks
  ERR "incursion: there is no command 'bookmarks'@SEMICOLON@ the commands are: run, replay, record, tour, train, debrief, claims, export, batch, merge, convert, check, borders, help
incursion: see 'incursion help'
")
cli_case("help on an unknown command is a wrong call" STATUS 2 ARGS help chekc
  ERR_MATCHES "there is no command 'chekc'. did you mean 'check'\\?")
cli_case("an unknown option is a wrong call" STATUS 2 ARGS run x.toml --fast
  ERR_MATCHES "^incursion: .*--fast\nincursion: see 'incursion help run'\n$")
cli_case("a missing argument is a wrong call" STATUS 2 ARGS run
  ERR "incursion: FILE is required\nincursion: see 'incursion help run'\n")
cli_case("run takes a scenario or track files, not both" STATUS 2 ARGS run a.toml b.csv
  ERR_MATCHES "one scenario, or track files")
cli_case("a scenario names its airspaces itself" STATUS 2 ARGS run a.toml --airspace b.geojson
  ERR_MATCHES "a scenario names its tracks, airspaces")
cli_case("track files need airspaces" STATUS 2 ARGS run a.csv ERR_MATCHES "add --airspace FILE")
cli_case("a day that is none is a wrong call" STATUS 2 ARGS run a.ast --airspace b.geojson --date yesterday
  ERR_MATCHES "'yesterday' is no day. write it as 2015-11-24")
cli_case("a radar site without a height is a wrong call" STATUS 2 ARGS run a.ast --airspace b.geojson --radar-site 1,2
  ERR_MATCHES "--radar-site: ")
cli_case("a format that does not exist is a wrong call" STATUS 2 ARGS run x.toml -f xml ERR_MATCHES "xml not in")
cli_case("an ending that tells no format is a wrong call" STATUS 2 ARGS run x.toml -o report.pdf
  ERR_MATCHES "no format is known by the ending of 'report.pdf'. add -f text, -f json or -f html")
cli_case("quiet and verbose at once is a wrong call" STATUS 2 ARGS run x.toml -q -v ERR_MATCHES "--quiet excludes --verbose")

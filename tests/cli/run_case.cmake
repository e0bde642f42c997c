# Runs the program once and compares all that it says.
#
# PROGRAM, ARGUMENTS (a list), STATUS (exit status), FOLDER (made empty, run in);
# OUT and ERR are the whole standard output and error, OUT_MATCHES and ERR_MATCHES regular expressions for
# where a part of it differs between machines. What is not expected at all must be empty.
# SETUP is a script run before, FILES a list of `name=content` that must be there after, and no other file
# beside those of SETUP. STDOUT_TO sends standard output to that file instead.
file(REMOVE_RECURSE "${FOLDER}")
file(MAKE_DIRECTORY "${FOLDER}")
set(ENV{NO_COLOR} "")
if(SETUP)
  include("${SETUP}")
endif()
file(GLOB before LIST_DIRECTORIES true RELATIVE "${FOLDER}" "${FOLDER}/*" "${FOLDER}/.*")

set(output_to OUTPUT_VARIABLE out)
if(STDOUT_TO)
  set(output_to OUTPUT_FILE "${STDOUT_TO}")
endif()
execute_process(COMMAND "${PROGRAM}" ${ARGUMENTS} WORKING_DIRECTORY "${FOLDER}"
                RESULT_VARIABLE status ${output_to} ERROR_VARIABLE err TIMEOUT 60)

set(failed FALSE)
function(expect what got wanted)
  if(NOT "${got}" STREQUAL "${wanted}")
    message("${what} is\n---\n${got}---\nbut should be\n---\n${wanted}---")
    set(failed TRUE PARENT_SCOPE)
  endif()
endfunction()

expect("exit status" "${status}" "${STATUS}")
foreach(stream OUT ERR)
  string(TOLOWER ${stream} lower)
  if(DEFINED ${stream}_MATCHES)
    if(NOT "${${lower}}" MATCHES "${${stream}_MATCHES}")
      message("${stream} is\n---\n${${lower}}---\nwhich does not match ${${stream}_MATCHES}")
      set(failed TRUE)
    endif()
  else()
    expect("${stream}" "${${lower}}" "${${stream}}")
  endif()
endforeach()

foreach(file IN LISTS FILES)
  string(FIND "${file}" "=" at)
  string(SUBSTRING "${file}" 0 ${at} name)
  math(EXPR after "${at} + 1")
  string(SUBSTRING "${file}" ${after} -1 content)
  list(APPEND before "${name}")
  file(READ "${FOLDER}/${name}" got)
  if(NOT "${got}" MATCHES "${content}")
    message("${name} is\n---\n${got}---\nwhich does not match ${content}")
    set(failed TRUE)
  endif()
endforeach()
file(GLOB after LIST_DIRECTORIES true RELATIVE "${FOLDER}" "${FOLDER}/*" "${FOLDER}/.*")
list(REMOVE_ITEM after ${before} "")
if(after)
  message("these files should not be there: ${after}")
  set(failed TRUE)
endif()
if(failed)
  message(FATAL_ERROR "the program did not do what it should")
endif()

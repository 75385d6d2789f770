# SPDX-FileCopyrightText: The Vienlogs authors
# SPDX-License-Identifier: EUPL-1.2
#
# Writes who links whom, as CMake itself resolved it, for the lint in tests/lint: one line a target,
# "name|link;link;…".

function(_vienlogs_targets_below directory out)
  get_property(here DIRECTORY "${directory}" PROPERTY BUILDSYSTEM_TARGETS)
  get_property(folders DIRECTORY "${directory}" PROPERTY SUBDIRECTORIES)
  foreach(folder ${folders})
    _vienlogs_targets_below("${folder}" below)
    list(APPEND here ${below})
  endforeach()
  set(${out} ${here} PARENT_SCOPE)
endfunction()

function(vienlogs_write_graph file)
  set(lines "")
  foreach(folder shared smartcard server workstation apps)
    _vienlogs_targets_below("${CMAKE_SOURCE_DIR}/${folder}" targets)
    foreach(target ${targets})
      get_target_property(type ${target} TYPE)
      if(type MATCHES "LIBRARY|EXECUTABLE")
        set(links "")
        foreach(property LINK_LIBRARIES INTERFACE_LINK_LIBRARIES)
          get_target_property(value ${target} ${property})
          if(value)
            list(APPEND links ${value})
          endif()
        endforeach()
        list(REMOVE_DUPLICATES links)
        string(APPEND lines "${target}|${links}\n")
      endif()
    endforeach()
  endforeach()
  file(WRITE "${file}" "${lines}")
endfunction()

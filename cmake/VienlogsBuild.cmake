# SPDX-FileCopyrightText: The Vienlogs authors
# SPDX-License-Identifier: EUPL-1.2
#
# One way to make a library, a program and a test, so that warnings, include
# folders and precompiled headers are the same everywhere.

include(CTest)

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
# Libraries and programs alike are position independent by -fPIC, so that they can share precompiled headers.
set(CMAKE_POSITION_INDEPENDENT_CODE OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(THREADS_PREFER_PTHREAD_FLAG ON)

option(VIENLOGS_WERROR "Treat warnings as errors" ON)
set(VIENLOGS_SANITIZE "" CACHE STRING "Sanitizers, e.g. address,undefined")
option(VIENLOGS_COVERAGE "Instrument for gcov" OFF)

add_compile_options(-Wall -Wextra -Wno-missing-field-initializers -pthread -fPIC)
if(VIENLOGS_WERROR)
  add_compile_options(-Werror)
endif()
# GCC 12 takes moves and sums of short strings for overflows once it optimises (its bugs 105329 and 105651).
foreach(warning array-bounds restrict stringop-overread stringop-overflow)
  add_compile_options($<$<AND:$<CXX_COMPILER_ID:GNU>,$<NOT:$<CONFIG:Debug>>>:-Wno-${warning}>)
endforeach()
if(VIENLOGS_SANITIZE)
  add_compile_options(-fsanitize=${VIENLOGS_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  # GCC 12 takes std::regex for uninitialised once it is instrumented.
  add_compile_options(-Wno-maybe-uninitialized)
  add_link_options(-fsanitize=${VIENLOGS_SANITIZE})
endif()
if(VIENLOGS_COVERAGE)
  add_compile_options(--coverage)
  add_link_options(--coverage)
endif()

find_program(VIENLOGS_CCACHE ccache)
if(VIENLOGS_CCACHE)
  # Precompiled headers need the sloppiness, else every compilation is a miss.
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND};-E;env;CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime;CCACHE_BASEDIR=${CMAKE_SOURCE_DIR};${VIENLOGS_CCACHE}")
  add_compile_options(-fpch-preprocess)
endif()
find_program(VIENLOGS_MOLD mold)
if(VIENLOGS_MOLD)
  add_link_options(-fuse-ld=mold)
endif()

# vienlogs_library(NAME [SOURCES ...] [PUBLIC targets...] [PRIVATE targets...])
# Public headers lie in include/ beside the CMakeLists.txt. A Qt target gets AUTOMOC.
function(vienlogs_library name)
  cmake_parse_arguments(arg "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
  if(arg_SOURCES)
    add_library(${name} STATIC ${arg_SOURCES})
    target_include_directories(${name} PUBLIC "${CMAKE_CURRENT_SOURCE_DIR}/include" PRIVATE "${CMAKE_CURRENT_SOURCE_DIR}/src")
    target_link_libraries(${name} PUBLIC ${arg_PUBLIC} PRIVATE ${arg_PRIVATE})
    _vienlogs_qt_and_pch(${name} ${arg_PUBLIC} ${arg_PRIVATE})
  else()
    add_library(${name} INTERFACE)
    target_include_directories(${name} INTERFACE "${CMAKE_CURRENT_SOURCE_DIR}/include")
    target_link_libraries(${name} INTERFACE ${arg_PUBLIC})
  endif()
endfunction()

add_custom_target(vienlogs-programs)

# vienlogs_program(NAME SOURCES ... LINKS ...)
function(vienlogs_program name)
  cmake_parse_arguments(arg "" "" "SOURCES;LINKS" ${ARGN})
  add_executable(${name} ${arg_SOURCES})
  target_include_directories(${name} PRIVATE "${CMAKE_CURRENT_SOURCE_DIR}/src")
  target_compile_definitions(${name} PRIVATE VIENLOGS_VERSION="${PROJECT_VERSION}")
  target_link_libraries(${name} PRIVATE ${arg_LINKS})
  _vienlogs_qt_and_pch(${name} ${arg_LINKS})
  add_dependencies(vienlogs-programs ${name})
endfunction()

# vienlogs_test(NAME SOURCES ... LINKS ... [QT] [ENV "A=b" ...] [LABELS ...] [TIMEOUT s] [SERIAL resource])
# Plain C++ is tested with GoogleTest, Qt code with QtTest (QT).
function(vienlogs_test name)
  cmake_parse_arguments(arg "QT" "TIMEOUT;SERIAL" "SOURCES;LINKS;ENV;LABELS;ARGS" ${ARGN})
  add_executable(${name} ${arg_SOURCES})
  target_include_directories(${name} PRIVATE "${CMAKE_CURRENT_SOURCE_DIR}")
  target_compile_definitions(${name} PRIVATE VIENLOGS_SOURCE_DIR="${CMAKE_SOURCE_DIR}" VIENLOGS_BIN_DIR="${CMAKE_BINARY_DIR}/bin")
  if(arg_QT)
    target_link_libraries(${name} PRIVATE ${arg_LINKS} Qt6::Test)
  else()
    target_link_libraries(${name} PRIVATE ${arg_LINKS} GTest::gtest GTest::gtest_main)
  endif()
  _vienlogs_qt_and_pch(${name} ${arg_LINKS})
  add_test(NAME ${name} COMMAND ${name} ${arg_ARGS})
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 120)
  endif()
  set_tests_properties(${name} PROPERTIES TIMEOUT ${arg_TIMEOUT} ENVIRONMENT "QT_QPA_PLATFORM=offscreen;${arg_ENV}")
  if(arg_LABELS)
    set_tests_properties(${name} PROPERTIES LABELS "${arg_LABELS}")
  endif()
  if(arg_SERIAL)
    set_tests_properties(${name} PROPERTIES RESOURCE_LOCK ${arg_SERIAL})
  endif()
endfunction()

# Qt code gets moc and Qt's own header set; all other code the standard one.
function(_vienlogs_qt_and_pch name)
  get_target_property(sources ${name} SOURCES)
  if("${ARGN}" MATCHES "Qt6::|vienlogs_(workflows|viewmodels|sync|api_client|look|devices_printer)")
    set_target_properties(${name} PROPERTIES AUTOMOC ON)
    target_compile_definitions(${name} PRIVATE QT_NO_CAST_TO_ASCII QT_NO_KEYWORDS)
  elseif("${ARGN}" MATCHES "Poco::")
    # Poco defines _FILE_OFFSET_BITS and more for who uses it, which a shared precompiled header does not survive.
  elseif(NOT name STREQUAL "vienlogs_base")
    target_precompile_headers(${name} REUSE_FROM vienlogs_base)
  endif()
endfunction()

# Each folder of the list that has a CMakeLists.txt, in this order.
macro(vienlogs_subdirectories)
  foreach(directory ${ARGN})
    if(EXISTS "${CMAKE_CURRENT_SOURCE_DIR}/${directory}/CMakeLists.txt")
      add_subdirectory(${directory})
    endif()
  endforeach()
endmacro()

// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "task.h"

namespace vienlogs::sync {

Task::Task(Link& link)
    : link_(link), backOff_(link.options.firstBackOffMs, link.options.longestBackOffMs, link.options.seed),
      timer_(link.options.makeTimer([this] { poke(); })) {}

void Task::start() {
    started_ = true;
    poke();
}

void Task::stop() {
    ++turn_;
    started_ = running_ = again_ = false;
    timer_->stop();
    failure_.reset();
    backOff_.reset();
}

void Task::poke() {
    if (!started_)
        return;
    again_ = true;
    if (!running_)
        begin();
}

void Task::begin() {
    timer_->stop();
    running_ = true;
    again_ = false;
    run();
}

void Task::done() {
    failure_.reset();
    backOff_.reset();
    end();
}

void Task::later() {
    failure_.reset();
    timer_->start(backOff_.next());
    end();
}

void Task::failed(base::Failure why) {
    failure_ = std::move(why);
    again_ = false; // what was asked for meanwhile would fail as well
    timer_->start(backOff_.next());
    end();
}

void Task::end() {
    running_ = false;
    const int turn = turn_;
    Q_EMIT ended();
    if (turn == turn_ && started_ && again_ && !running_)
        begin();
}

} // namespace vienlogs::sync

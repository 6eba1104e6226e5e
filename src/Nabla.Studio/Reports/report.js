// Shows what is under the pointer. Without it the page loses nothing else. It is written without the three signs that
// XML would escape, so that the page is well-formed.
(function () {
  "use strict";

  function each(selector, action) {
    Array.prototype.forEach.call(document.querySelectorAll(selector), action);
  }

  function show(figure, tip, text, x, y) {
    tip.hidden = false;
    tip.textContent = text;
    var right = x + 14;
    var fits = Math.max(right + tip.offsetWidth, figure.clientWidth) === figure.clientWidth;
    tip.style.left = Math.max(0, fits ? right : x - 14 - tip.offsetWidth) + "px";
    tip.style.top = y + "px";
  }

  each("[data-chart]", function (figure) {
    var data = JSON.parse(figure.getAttribute("data-chart"));
    var values = data.values.map(function (line) { return line.split("|"); });
    var svg = figure.querySelector("svg");
    var guide = figure.querySelector(".guide");
    var tip = figure.querySelector(".tip");
    var places = data.x.map(Number);
    var current = places.length - 1;

    function select(index) {
      current = Math.max(0, Math.min(places.length - 1, index));
      var scale = svg.clientWidth / data.width;
      guide.classList.add("on");
      guide.setAttribute("x1", places[current]);
      guide.setAttribute("x2", places[current]);
      var lines = data.names.map(function (name, line) {
        return (name ? name + "  " : "") + values[line][current];
      });
      show(figure, tip, "epoch " + data.epochs[current] + "\n" + lines.join("\n"),
        places[current] * scale, svg.offsetTop || figure.querySelector("figcaption").offsetHeight + 16);
    }

    function hide() {
      tip.hidden = true;
      guide.classList.remove("on");
    }

    figure.addEventListener("pointermove", function (event) {
      var box = svg.getBoundingClientRect();
      var x = (event.clientX - box.left) / box.width * data.width;
      var nearest = places.reduce(function (best, place, index) {
        return Math.abs(place - x) === Math.min(Math.abs(place - x), Math.abs(places[best] - x)) ? index : best;
      }, 0);
      select(nearest);
    });
    figure.addEventListener("pointerleave", hide);
    figure.addEventListener("blur", hide);
    figure.addEventListener("keydown", function (event) {
      var step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (step) {
        event.preventDefault();
        select(tip.hidden ? current : current + step);
      }
    });
  });

  each("[data-confusion]", function (figure) {
    var rows = figure.getAttribute("data-confusion").split(";").map(function (row) { return row.split(",").map(Number); });
    var names = figure.getAttribute("data-names").split("\n");
    var ground = figure.querySelector(".ground");
    var tip = figure.querySelector(".tip");

    figure.addEventListener("pointermove", function (event) {
      var box = ground.getBoundingClientRect();
      var column = Math.floor((event.clientX - box.left) / box.width * rows.length);
      var row = Math.floor((event.clientY - box.top) / box.height * rows.length);
      var count = (rows[row] || [])[column];
      if (count === undefined) {
        tip.hidden = true;
        return;
      }

      var sum = rows[row].reduce(function (total, entry) { return total + entry; }, 0);
      var frame = figure.getBoundingClientRect();
      var text = row === column ? "recognised" : "taken for " + names[column];
      show(figure, tip, names[row] + " " + text + "\n" + count + " of " + sum,
        event.clientX - frame.left, event.clientY - frame.top + 16);
    });
    figure.addEventListener("pointerleave", function () { tip.hidden = true; });
  });
})();

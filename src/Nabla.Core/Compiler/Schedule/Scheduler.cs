using Nabla.Compiler.Fuse;

namespace Nabla.Compiler.Schedule;

/// <summary>Orders the units, decides which variables are written in place, and emits the steps.</summary>
/// <remarks>
/// A unit that writes a variable runs after every step that can fail and after every reader of the old value. Where
/// that is impossible (the value swaps places with another, or is looked up later), the new value waits in the arena
/// and is copied last.
/// </remarks>
internal static class Scheduler
{
    public static Program Run(WorkGraph graph, GraphFunction function)
    {
        var slots = new SlotTable();
        var units = graph.Works.Select(work => work.Group.Unit).Distinct().Select(group => new Unit(group)).ToList();
        LinkData(graph, units);
        for (int i = 0; i < graph.Outputs.Count; i++)
        {
            slots.Place(graph.Outputs[i], SlotKind.Output, i);
        }

        List<(Variable Variable, Tensor Value)> late = PlaceAssignments(graph, units, slots);
        var emitter = new StepEmitter(graph, slots);
        List<StepPlan> steps =
        [
            .. Order(units).Select(emitter.Emit),
            .. late.Select(copy => emitter.CopyToVariable(copy.Variable, copy.Value)),
        ];
        var assigned = new HashSet<Variable>(graph.Assignments.Select(assignment => assignment.Variable));
        return new Program(
            function.Inputs, [.. function.Outputs.Select(output => output.Spec)], slots.Variables,
            [.. slots.Variables.Select(assigned.Contains)], slots.Constants, slots.Slots, steps);
    }

    private static void LinkData(WorkGraph graph, List<Unit> units)
    {
        var unitOf = units.SelectMany(unit => unit.Works.Select(work => (work, unit)))
            .ToDictionary(pair => pair.work, pair => pair.unit);
        foreach (Unit unit in units)
        {
            foreach ((ValueRef value, bool _) in unit.Reads)
            {
                if (graph.ProducerOf(value.Root) is { } producer && unitOf[producer] != unit)
                {
                    unit.RunAfter(unitOf[producer]);
                }
            }
        }
    }

    /// <summary>Places the values that overwrite their variable; returns those that must be copied last.</summary>
    private static List<(Variable Variable, Tensor Value)> PlaceAssignments(
        WorkGraph graph, List<Unit> units, SlotTable slots)
    {
        var late = new List<(Variable Variable, Tensor Value)>();
        var writers = new Dictionary<Tensor, Unit>(ReferenceEqualityComparer.Instance);
        foreach (Unit unit in units)
        {
            foreach (Tensor output in unit.Works.SelectMany(work => work.Node.Outputs))
            {
                writers.Add(output, unit);
            }
        }

        List<Unit> failing = units.FindAll(unit => unit.CanFail);
        ILookup<Variable, Unit> readers = units
            .SelectMany(unit => unit.VariablesRead.Select(variable => (variable, unit)))
            .ToLookup(pair => pair.variable, pair => pair.unit);
        foreach ((Variable variable, Tensor value) in graph.Assignments)
        {
            Unit writer = writers[value];
            HashSet<Unit> before = [.. failing, .. readers[variable]];
            before.Remove(writer);
            if (writer.MayOverwrite(variable) && !writer.PrecedesAny(before))
            {
                slots.Place(value, SlotKind.Variable, slots.VariableIndex(variable));
                foreach (Unit unit in before)
                {
                    writer.RunAfter(unit);
                }
            }
            else
            {
                slots.VariableIndex(variable);
                late.Add((variable, value));
            }
        }

        return late;
    }

    /// <summary>
    /// Topological order; among units that are ready, those that can fail go first, then those recorded first.
    /// </summary>
    private static List<Unit> Order(List<Unit> units)
    {
        var waiting = units.ToDictionary(unit => unit, unit => unit.BeforeCount);
        var ready = new PriorityQueue<Unit, (bool, int)>(
            units.Where(unit => unit.BeforeCount == 0).Select(unit => (unit, Priority(unit))));
        var order = new List<Unit>(units.Count);
        while (ready.TryDequeue(out Unit? unit, out _))
        {
            order.Add(unit);
            foreach (Unit follower in unit.Followers)
            {
                if (--waiting[follower] == 0)
                {
                    ready.Enqueue(follower, Priority(follower));
                }
            }
        }

        return order.Count == units.Count
            ? order
            : throw new InvalidOperationException(
                "The steps of a program wait for each other in a circle; this is a defect of the scheduler.");
    }

    private static (bool, int) Priority(Unit unit) => (!unit.CanFail, unit.Order);
}

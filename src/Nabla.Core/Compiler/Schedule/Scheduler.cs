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

        PlaceAssignments(graph, units, slots);
        var emitter = new StepEmitter(graph, slots);
        List<StepPlan> steps = [.. Order(units).Select(emitter.Emit)];
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
                    unit.After.Add(unitOf[producer]);
                }
            }
        }
    }

    private static void PlaceAssignments(WorkGraph graph, List<Unit> units, SlotTable slots)
    {
        var lateCopies = new List<Unit>();
        var writers = new Dictionary<Tensor, Unit>(ReferenceEqualityComparer.Instance);
        foreach (Unit unit in units)
        {
            foreach (Tensor output in unit.Works.SelectMany(work => work.Node.Outputs))
            {
                writers.Add(output, unit);
            }
        }

        foreach ((Variable variable, Tensor value) in graph.Assignments)
        {
            Unit writer = writers[value];
            List<Unit> before =
                [.. units.Where(unit => unit != writer && (unit.CanFail || unit.ReadsVariable(variable)))];
            if (writer.MayOverwrite(variable) && !writer.PrecedesAny(before))
            {
                slots.Place(value, SlotKind.Variable, slots.VariableIndex(variable));
                writer.After.UnionWith(before);
            }
            else
            {
                slots.VariableIndex(variable);
                lateCopies.Add(new Unit((variable, value), graph.Works.Count));
            }
        }

        foreach (Unit copy in lateCopies)
        {
            copy.After.UnionWith(units);
        }

        units.AddRange(lateCopies);
    }

    /// <summary>
    /// Topological order; among units that are ready, those that can fail go first, then those recorded first.
    /// </summary>
    private static List<Unit> Order(List<Unit> units)
    {
        var waiting = units.ToDictionary(unit => unit, unit => unit.After.Count);
        ILookup<Unit, Unit> next = units.SelectMany(unit => unit.After.Select(before => (before, unit)))
            .ToLookup(pair => pair.before, pair => pair.unit);
        var ready = new PriorityQueue<Unit, (bool, int)>(
            units.Where(unit => unit.After.Count == 0).Select(unit => (unit, Priority(unit))));
        var order = new List<Unit>(units.Count);
        while (ready.TryDequeue(out Unit? unit, out _))
        {
            order.Add(unit);
            foreach (Unit follower in next[unit])
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

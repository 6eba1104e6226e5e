using Nabla.Compiler.Fuse;
using Nabla.Graph;

namespace Nabla.Compiler.Schedule;

/// <summary>Turns units into step plans.</summary>
internal sealed class StepEmitter(WorkGraph graph, SlotTable slots)
{
    public StepPlan Emit(Unit unit)
    {
        WorkGroup group = unit.Group;
        Work work = group.First;
        return work.Node.Op switch
        {
            _ when group.IsElementwise => Cluster(group, null).Plan,
            ContractionOp op when work.IsContraction => Contraction(op, work, group.Attached),
            ReductionOp op => new ReductionPlan(
                work.Node.Path, op,
                group.Attached is null ? slots.Operand(work.Inputs[0]) : null,
                group.Attached is { } producer ? Cluster(producer, null, storesOutputs: false).Plan : null,
                Result(work.Output)),
            Op op => new CallPlan(
                work.Node.Path, op, [.. work.Inputs.Select(slots.Operand)], [.. work.Node.Outputs.Select(Result)]),
        };
    }

    /// <summary>The step that gives a variable its value when all else is done.</summary>
    public ElementwisePlan CopyToVariable(Variable variable, Tensor value)
    {
        var program = new ElementwiseProgram([new ElementwiseInput(value.DType)], [], [0]);
        var source = new ValueRef(value, Layout.Contiguous(value.Shape));
        slots.Slots.Add(new Slot(SlotKind.Variable, slots.VariableIndex(variable), value.Spec));
        var target = new Operand(slots.Slots.Count - 1, value.DType, Layout.Contiguous(value.Shape));
        return new ElementwisePlan(null, program, value.Shape, [slots.Operand(source)], [target]);
    }

    private ContractionPlan Contraction(ContractionOp op, Work work, WorkGroup? attached)
    {
        Operand a = slots.Operand(work.Inputs[0]), b = slots.Operand(work.Inputs[1]);
        if (attached is null)
        {
            return new ContractionPlan(work.Node.Path, op, a, b, work.Output.Spec, Result(work.Output), null, -1);
        }

        (ElementwisePlan epilogue, int input) = Cluster(attached, work.Output);
        return new ContractionPlan(work.Node.Path, op, a, b, work.Output.Spec, null, epilogue, input);
    }

    private Operand Result(Tensor output) => slots.Operand(new ValueRef(output, Layout.Contiguous(output.Shape)));

    /// <summary>
    /// The program of a cluster; <paramref name="given"/> is the value that is handed to it in registers.
    /// </summary>
    private (ElementwisePlan Plan, int GivenInput) Cluster(WorkGroup group, Tensor? given, bool storesOutputs = true)
    {
        List<Work> works = [.. group.Works.OrderBy(work => work.Index)];
        Shape shape = group.Shape;
        var builder = new ElementwiseBuilder(slots, given);
        foreach (Work work in works)
        {
            builder.DeclareInputs(work);
        }

        foreach (Work work in works)
        {
            builder.Emit(work);
        }

        List<Work> stored = storesOutputs ? works.FindAll(work => IsStored(work, group)) : [group.First];
        var program = new ElementwiseProgram(
            builder.Inputs, builder.Instructions, [.. stored.Select(work => builder.RegisterOf(work.Output))]);
        Layout layout = Layout.Contiguous(shape);
        Operand[] outputs = storesOutputs
            ? [.. stored.Select(work => slots.Operand(new ValueRef(work.Output, layout)))]
            : [];
        var plan = new ElementwisePlan(group.First.Node.Path, program, shape, builder.Operands, outputs);
        return (plan, builder.GivenInput);
    }

    private bool IsStored(Work work, WorkGroup group) =>
        graph.Results.Contains(work.Output) || graph.ReadersOf(work.Output).Any(reader => reader.Group != group);
}

using Nabla.Compiler;

namespace Nabla.Backends.Cpu.Kernels.Reduction;

/// <summary>
/// What a reduction consumes as a program: bytes and truths become integers of the program's lanes, views are gathered.
/// </summary>
internal static class WideningProducer
{
    public static ElementwisePlan Of(ReductionPlan plan, Shape shape, DType type)
    {
        ElementwiseProgram program = plan.Producer?.Program
            ?? new ElementwiseProgram([new ElementwiseInput(type)], [], [0]);
        IReadOnlyList<Operand> inputs = plan.Producer?.Inputs ?? [plan.Input!];
        if (type.Size == 1)
        {
            DType lane = Programs.TileCodeBuilder.LaneBytesOf(program) == sizeof(long) ? DType.Int64 : DType.Int32;
            var widening = new ElementwiseInstruction(new CastOp(lane), lane, [program.Outputs[0]]);
            program = new ElementwiseProgram(
                program.Inputs, [.. program.Instructions, widening],
                [program.Inputs.Count + program.Instructions.Count]);
        }

        return new ElementwisePlan(plan.Path, program, shape, inputs, []);
    }
}

using Nabla.Compiler;

namespace Nabla.Backends.Cpu.Programs;

/// <summary>Pairs the registers of a plan's program with its operands.</summary>
internal static class TileBindings
{
    /// <summary>The bindings of inputs that are no constants, then of outputs.</summary>
    /// <param name="plan">The program and its operands.</param>
    /// <param name="table">The generators.</param>
    /// <param name="given">The input register that is handed over and has no operand; −1 for none.</param>
    public static TileBinding[] Of(ElementwisePlan plan, CpuKernelTable table, int given = -1)
    {
        var bindings = new List<TileBinding>();
        int operand = 0;
        for (int register = 0; register < plan.Program.Inputs.Count; register++)
        {
            ElementwiseInput input = plan.Program.Inputs[register];
            if (input.HasOperand)
            {
                bindings.Add(new TileBinding(
                    input.DType,
                    register == given ? null : plan.Inputs[operand++],
                    input.Generator is { } generator ? table.GeneratorFor(generator) : null));
            }
        }

        return [.. bindings, .. plan.Outputs.Select(output => new TileBinding(output.DType, output))];
    }

    /// <summary>
    /// One step of each axis of an operand, in elements; what is generated or handed over lies one after another.
    /// </summary>
    public static Axes<long> StridesOf(TileBinding binding, Shape shape) =>
        binding is { Operand: { } operand, Generator: null }
            ? operand.Layout.Strides
            : Layout.Contiguous(shape).Strides;
}

using Nabla.Compiler;
using Nabla.Runtime;

namespace Nabla.Backends.Reference;

/// <summary>Runs an elementwise program one element at a time.</summary>
internal sealed unsafe class ReferenceElementwise(ElementwisePlan plan) : Kernel
{
    public override void Run(nint* slots)
    {
        double[][] outputs = Run(plan, slots, -1, null);
        for (int i = 0; i < outputs.Length; i++)
        {
            ReferenceMemory.Store(slots, plan.Outputs[i], outputs[i]);
        }
    }

    /// <summary>
    /// The outputs of a program; register <paramref name="given"/> is handed over instead of being loaded.
    /// </summary>
    public static double[][] Run(ElementwisePlan plan, nint* slots, int given, double[]? givenValues)
    {
        ElementwiseProgram program = plan.Program;
        double[][] inputs = Load(plan, slots, given, givenValues);
        long count = plan.Shape.ElementCount;
        double[][] outputs = [.. program.Outputs.Select(_ => new double[count])];
        var registers = new double[program.Inputs.Count + program.Instructions.Count];
        Span<double> arguments = stackalloc double[8];
        for (long i = 0; i < count; i++)
        {
            for (int input = 0; input < inputs.Length; input++)
            {
                registers[input] = inputs[input][inputs[input].Length == 1 ? 0 : i];
            }

            for (int index = 0; index < program.Instructions.Count; index++)
            {
                ElementwiseInstruction instruction = program.Instructions[index];
                for (int argument = 0; argument < instruction.Arguments.Count; argument++)
                {
                    arguments[argument] = registers[instruction.Arguments[argument]];
                }

                double result = instruction.Op.Reference(arguments[..instruction.Arguments.Count]);
                registers[inputs.Length + index] = Wrap(result, instruction.DType);
            }

            for (int output = 0; output < outputs.Length; output++)
            {
                outputs[output][i] = registers[program.Outputs[output]];
            }
        }

        return outputs;
    }

    /// <summary>
    /// Shorter integers wrap around after each operation, as they do when each has memory of its own.
    /// </summary>
    private static double Wrap(double value, DType dtype) => dtype switch
    {
        DType.UInt8 => unchecked((byte)(long)value),
        DType.Int32 => unchecked((int)(long)value),
        _ => value,
    };

    private static double[][] Load(ElementwisePlan plan, nint* slots, int given, double[]? givenValues)
    {
        var inputs = new double[plan.Program.Inputs.Count][];
        int operand = 0;
        for (int i = 0; i < inputs.Length; i++)
        {
            ElementwiseInput input = plan.Program.Inputs[i];
            if (i == given)
            {
                inputs[i] = givenValues!;
            }
            else if (input.Constant is { } constant)
            {
                inputs[i] = [input.DType is DType.Float32 ? (float)constant.ToDouble() : constant.ToDouble()];
            }
            else if (input.Generator is { } generator)
            {
                long counter = (long)ReferenceMemory.Load(slots, plan.Inputs[operand++])[0];
                inputs[i] = [.. Enumerable.Range(0, (int)plan.Shape.ElementCount)
                    .Select(index => generator.Reference(counter, index))];
            }
            else
            {
                inputs[i] = ReferenceMemory.Load(slots, plan.Inputs[operand++]).Values;
            }
        }

        return inputs;
    }
}

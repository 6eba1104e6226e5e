using System.Globalization;
using System.Text;

namespace Nabla.Compiler;

/// <summary>A fused cluster as straight-line code over registers, run for each element of an iteration space.</summary>
/// <remarks>
/// The same program serves as a kernel of its own, as the input of a reduction and as the epilogue of a contraction. It
/// is emitted or interpreted, to the same bits. Compared by value, so that equal clusters share their code.
/// </remarks>
public sealed class ElementwiseProgram(
    IReadOnlyList<ElementwiseInput> inputs, IReadOnlyList<ElementwiseInstruction> instructions,
    IReadOnlyList<int> outputs)
    : IEquatable<ElementwiseProgram>
{
    /// <summary>The input registers: register <c>i</c> is input <c>i</c>.</summary>
    public IReadOnlyList<ElementwiseInput> Inputs { get; } = inputs;

    /// <summary>The code: instruction <c>i</c> defines register <c>Inputs.Count + i</c>.</summary>
    public IReadOnlyList<ElementwiseInstruction> Instructions { get; } = instructions;

    /// <summary>The registers to store, in the order of the outputs.</summary>
    public IReadOnlyList<int> Outputs { get; } = outputs;

    /// <summary>The type of a register.</summary>
    public DType TypeOf(int register) =>
        register < Inputs.Count ? Inputs[register].DType : Instructions[register - Inputs.Count].DType;

    /// <inheritdoc/>
    public bool Equals(ElementwiseProgram? other) => other is not null && Inputs.SequenceEqual(other.Inputs)
        && Instructions.SequenceEqual(other.Instructions) && Outputs.SequenceEqual(other.Outputs);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ElementwiseProgram);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (ElementwiseInput input in Inputs)
        {
            hash.Add(input);
        }

        foreach (ElementwiseInstruction instruction in Instructions)
        {
            hash.Add(instruction);
        }

        foreach (int output in Outputs)
        {
            hash.Add(output);
        }

        return hash.ToHashCode();
    }

    /// <summary>The code on one line, as in <c>r2 = Multiply(r0, 0.5); r3 = Add(r2, r1) → r3</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        for (int i = 0; i < Instructions.Count; i++)
        {
            ElementwiseInstruction instruction = Instructions[i];
            text.Append(i == 0 ? "" : "; ").Append('r').Append(Inputs.Count + i)
                .Append(" = ").Append(instruction.Op.Name).Append('(');
            text.AppendJoin(", ", instruction.Arguments.Span.ToArray().Select(Register)).Append(')');
        }

        return text.Append(" → ").AppendJoin(", ", Outputs.Select(Register)).ToString().Trim();
    }

    private string Register(int register) => register >= Inputs.Count ? $"r{register}" : Inputs[register] switch
    {
        { Constant: { } constant, DType: DType.Float32 } =>
            ((float)constant.ToDouble()).ToString("R", CultureInfo.InvariantCulture),
        { Constant: { } constant } => constant.ToString(),
        { Generator: { } generator } => $"{generator.Name}(r{register})",
        _ => $"r{register}",
    };
}

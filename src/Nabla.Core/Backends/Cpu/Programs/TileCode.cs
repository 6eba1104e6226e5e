using System.Globalization;
using System.Text;

namespace Nabla.Backends.Cpu.Programs;

/// <summary>
/// A program lowered to instructions on lanes: what the emitter and the interpreter both run, so that their bits agree.
/// </summary>
/// <remarks>
/// Types are gone but for the kind of register: truth values are masks in registers, bytes are integers that wrap at
/// 256, and casts are
/// instructions. Every register is written once.
/// </remarks>
internal sealed class TileCode
{
    /// <summary>Bytes of a lane: 4 or 8.</summary>
    public required int LaneBytes { get; init; }

    /// <summary>The kind of each register.</summary>
    public required IReadOnlyList<LaneKind> Registers { get; init; }

    public required IReadOnlyList<TileOperand> Loads { get; init; }

    /// <summary>Registers that hold one number in all lanes, and its bits.</summary>
    public required IReadOnlyList<(int Register, long Bits)> Constants { get; init; }

    public required IReadOnlyList<TileInstruction> Instructions { get; init; }

    public required IReadOnlyList<TileOperand> Stores { get; init; }

    /// <summary>How many pointers the tile function takes: inputs with memory, then outputs.</summary>
    public int OperandCount => Loads.Count + Stores.Count;

    /// <summary>Roughly the cycles that one vector takes.</summary>
    public int Cost => Instructions.Sum(instruction => instruction.Operation.Cost);

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (TileOperand load in Loads)
        {
            string verb = load.IsBroadcast ? "broadcast" : "load";
            text.Append(CultureInfo.InvariantCulture, $"r{load.Register} = {verb} {load.DType} p{load.Operand}")
                .AppendLine();
        }

        foreach ((int register, long bits) in Constants)
        {
            text.Append(CultureInfo.InvariantCulture, $"r{register} = bits 0x{bits:X}").AppendLine();
        }

        foreach (TileInstruction instruction in Instructions)
        {
            text.AppendLine(instruction.ToString());
        }

        foreach (TileOperand store in Stores)
        {
            text.Append(CultureInfo.InvariantCulture, $"store {store.DType} p{store.Operand} = r{store.Register}")
                .AppendLine();
        }

        return text.ToString();
    }
}

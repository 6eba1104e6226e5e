using Nabla.Compiler;

namespace Nabla.Backends.Cpu.Programs;

/// <summary>
/// Roughly how long work takes on one thread, from shapes and instructions alone: whether it is shared out, and in what
/// pieces.
/// </summary>
internal readonly struct WorkEstimate
{
    // Below this, waking a thread costs more than it saves; above the second, even a sleeping one is worth waking.
    private const double SharedNanoseconds = 20_000;
    private const double WakingNanoseconds = 60_000;
    private const double ChunkNanoseconds = 20_000;
    private const int SmallestChunk = 4096;
    private const int LargestChunk = 1 << 18;
    private const int NominalVectorBytes = 64;
    private const double NanosecondsOfCycle = 0.3;

    // Mathematical functions of float64 go lane by lane.
    private const int FunctionCost = 10;
    private const int ScalarFunctionFactor = 8;

    private readonly double _nanoseconds;
    private readonly long _elements;

    private WorkEstimate(double nanoseconds, long elements) => (_nanoseconds, _elements) = (nanoseconds, elements);

    /// <summary>Whether other threads should have a share.</summary>
    public bool IsShared => _nanoseconds >= SharedNanoseconds;

    /// <summary>Whether sleeping threads are woken for it.</summary>
    public bool Wakes => _nanoseconds >= WakingNanoseconds;

    /// <summary>How many elements make a chunk, a multiple of 1024.</summary>
    public long ElementsOfChunk
    {
        get
        {
            double elements = _elements * (ChunkNanoseconds / Math.Max(_nanoseconds, 1));
            return (long)Math.Clamp(elements, SmallestChunk, LargestChunk) / 1024 * 1024;
        }
    }

    /// <summary>Work of a plain loop.</summary>
    public static WorkEstimate Of(long elements, int bytesOfElement, double cyclesOfVector = 1) => new(
        elements * (double)bytesOfElement / NominalVectorBytes * (cyclesOfVector + 1) * NanosecondsOfCycle, elements);

    /// <summary>A program over so many elements.</summary>
    public static WorkEstimate Of(ElementwiseProgram program, long elements, ElementwiseTable table)
    {
        int laneBytes = TileCodeBuilder.LaneBytesOf(program);
        double cycles = program.Inputs.Count(input => input.HasOperand) + program.Outputs.Count;
        foreach (ElementwiseInstruction instruction in program.Instructions)
        {
            int cost = table.Find(instruction.Op).Operation?.Cost ?? 1;
            cycles += cost >= FunctionCost && laneBytes == sizeof(double) ? cost * ScalarFunctionFactor : cost;
        }

        return Of(elements, laneBytes, cycles);
    }
}

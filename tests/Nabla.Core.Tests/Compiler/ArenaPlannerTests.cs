using Nabla.Compiler;

namespace Nabla.Tests.Compiler;

/// <summary>Values that live at once never share memory, in programs drawn at random.</summary>
public sealed class ArenaPlannerTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void LiveValuesDoNotOverlap(int seed)
    {
        var random = new Random(seed);
        for (int round = 0; round < 40; round++)
        {
            int size = random.Next(5, 40), draw = random.Next();
            Program program = new CompiledFunction(x => Graph(x[0], size, new Random(draw)))
                .Bind(new TensorSpec(DType.Float32, [random.Next(1, 40), 7])).Program;
            Check(program);
        }
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public void SharedMemoryChangesNoNumber(int seed)
    {
        var random = new Random(seed);
        for (int round = 0; round < 15; round++)
        {
            int draw = random.Next();
            Tensor x = Tensor.RandomNormal([5, 7], draw);
            var function = new CompiledFunction(inputs => Graph(inputs[0], 25, new Random(draw)));
            float[][] compiled = [.. function.Invoke(x).Select(y => y.ToArray())];
            using DeviceScope scope = Device.Use(Nabla.Backends.Reference.ReferenceBackend.Instance);
            float[][] alone = [.. Graph(x, 25, new Random(draw)).Select(y => y.ToArray())];
            for (int i = 0; i < compiled.Length; i++)
            {
                Assert.All(alone[i].Zip(compiled[i]), pair =>
                    Assert.Equal(pair.First, pair.Second, 1e-3 * Math.Max(1, Math.Abs(pair.First))));
            }
        }
    }

    private static Tensor[] Graph(Tensor x, int size, Random random)
    {
        var values = new List<Tensor> { x, x.Tanh() };
        for (int i = 0; i < size; i++)
        {
            Tensor a = values[random.Next(values.Count)], b = values[random.Next(values.Count)];
            values.Add(random.Next(8) switch
            {
                0 => a.Tanh() + b,
                1 => a.MatMul(b.Transpose()).MatMul(a).Tanh(),
                2 => a - b.Mean([1], keepAxes: true),
                3 => a.Softmax(),
                4 => a.CumulativeSum(1).Tanh(),
                5 => (a * b).Sigmoid(),
                6 => a.Flip(1) + b,
                _ => a.Max([0], keepAxes: true) - b,
            });
        }

        return [values[^1], values[^2], values[random.Next(values.Count)] * 1];
    }

    private static void Check(Program program)
    {
        int count = program.Slots.Count;
        int[] first = [.. Enumerable.Repeat(int.MaxValue, count)], last = [.. Enumerable.Repeat(-1, count)];
        for (int step = 0; step < program.Steps.Count; step++)
        {
            foreach (Operand operand in program.Steps[step].Reads.Concat(program.Steps[step].Writes))
            {
                first[operand.Slot] = Math.Min(first[operand.Slot], step);
                last[operand.Slot] = step;
            }
        }

        for (int a = 0; a < count; a++)
        {
            for (int b = 0; b < a; b++)
            {
                if (IsArena(a) && IsArena(b) && Overlaps(a, b))
                {
                    // They may meet in one step only,
                    // where one is read for the last time as the other is written over it.
                    int meeting = Math.Max(first[a], first[b]);
                    bool isHandedOver = meeting == Math.Min(last[a], last[b]) && first[a] != first[b]
                        && AllowsInPlace(program.Steps[meeting], a, b);
                    Assert.True(
                        last[a] < first[b] || last[b] < first[a] || isHandedOver,
                        $"slots {a} and {b} overlap:\n{program.Dump()}");
                }
            }
        }

        bool IsArena(int slot) => program.Slots[slot].Kind is SlotKind.Arena && program.Slots[slot].Spec.ByteCount > 0;

        bool Overlaps(int a, int b)
        {
            Slot left = program.Slots[a], right = program.Slots[b];
            return left.Offset < right.Offset + right.Spec.ByteCount
                && right.Offset < left.Offset + left.Spec.ByteCount;
        }
    }

    private static bool AllowsInPlace(StepPlan step, int a, int b) =>
        step.Reads.Any(read => step.Writes.Any(write =>
            (read.Slot, write.Slot) is var pair
            && (pair == (a, b) || pair == (b, a))
            && step.AllowsInPlace(read, write)));
}

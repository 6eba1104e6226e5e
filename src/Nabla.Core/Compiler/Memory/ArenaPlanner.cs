namespace Nabla.Compiler.Memory;

/// <summary>Gives intermediate values places in one arena: values whose lifetimes do not meet share memory.</summary>
/// <remarks>
/// An output takes over the place of an input that dies in the same step, where the step allows it;
/// otherwise the tightest gap is taken.
/// </remarks>
internal static class ArenaPlanner
{
    // A cache line, and the width of the widest vector.
    private const long Alignment = 64;

    public static Program Run(Program program)
    {
        Slot[] slots = [.. program.Slots];
        int[] lastUse = LastUses(program);
        var free = new FreeList();
        for (int step = 0; step < program.Steps.Count; step++)
        {
            StepPlan plan = program.Steps[step];
            var dying = plan.Reads.DistinctBy(read => read.Slot)
                .Where(read => IsArena(read) && lastUse[read.Slot] == step)
                .ToList();
            foreach (Operand write in plan.Writes.Where(IsArena))
            {
                Operand? donor = dying.Find(
                    read => plan.AllowsInPlace(read, write) && SizeOf(read.Slot) == SizeOf(write.Slot));
                if (donor is not null)
                {
                    dying.Remove(donor);
                    slots[write.Slot] = slots[write.Slot] with { Offset = slots[donor.Slot].Offset };
                }
                else
                {
                    slots[write.Slot] = slots[write.Slot] with { Offset = free.Take(SizeOf(write.Slot)) };
                }
            }

            foreach (Operand read in dying)
            {
                free.Return(slots[read.Slot].Offset, SizeOf(read.Slot));
            }

            // A result that nobody reads still needs a place to be written to, until the step is over.
            foreach (Operand write in plan.Writes.Where(write => IsArena(write) && lastUse[write.Slot] == step))
            {
                free.Return(slots[write.Slot].Offset, SizeOf(write.Slot));
            }
        }

        return program with { Slots = slots, ArenaBytes = free.High };

        bool IsArena(Operand operand) => slots[operand.Slot].Kind is SlotKind.Arena;
        long SizeOf(int slot) => (slots[slot].Spec.ByteCount + Alignment - 1) / Alignment * Alignment;
    }

    private static int[] LastUses(Program program)
    {
        var last = new int[program.Slots.Count];
        for (int step = 0; step < program.Steps.Count; step++)
        {
            foreach (Operand operand in program.Steps[step].Reads.Concat(program.Steps[step].Writes))
            {
                last[operand.Slot] = step;
            }
        }

        return last;
    }
}

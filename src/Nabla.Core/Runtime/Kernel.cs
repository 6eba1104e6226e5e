namespace Nabla.Runtime;

/// <summary>A step that is ready to run. Immutable: several executions may run it at once.</summary>
public abstract unsafe class Kernel
{
    /// <summary>
    /// Bytes of scratch memory that one run needs; the executor puts its address into the workspace slot.
    /// </summary>
    public virtual long WorkspaceBytes => 0;

    /// <summary>Runs the step.</summary>
    /// <param name="slots">
    /// The address of each slot of the program; the one after the last is the workspace, 64-byte aligned.
    /// </param>
    public abstract void Run(nint* slots);
}

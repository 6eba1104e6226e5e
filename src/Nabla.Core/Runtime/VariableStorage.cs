namespace Nabla.Runtime;

/// <summary>
/// Finds the memory of a variable for a run, making a private copy first when a handle
/// outside could see the old value change.
/// </summary>
internal static class VariableStorage
{
    public static Storage Bind(Variable variable, bool isAssigned, Backend backend)
    {
        Tensor held = variable.Held;
        if (!held.IsEvaluated)
        {
            Evaluator.Evaluate([held]);
        }

        Storage storage = held.Storage!;
        if (!isAssigned || !variable.IsShared)
        {
            return storage;
        }

        Storage copy = backend.Allocate(storage.ByteCount);
        backend.Copy(storage, copy);
        variable.Own(new Tensor(copy, variable.Spec));
        return copy;
    }
}
